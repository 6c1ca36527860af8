// On the page for missing addresses: offers to search for the words of the address.
{
  const field = document.querySelector("[data-bt=search] input");
  const words = decodeURI(location.pathname).replace(/\.html?$|index$/g, "").split(/[^\p{L}\p{N}]+/u);
  if (field) field.value = words.filter((word) => word.length > 1).join(" ");
}
