"""What happens to rendered files: publishing, the files that tell web servers of them, verifying what is public."""
