"""Signed documents in the layout of Decree 30/2020/NĐ-CP: head, title, basis, text and signatures."""
