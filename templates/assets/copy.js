// Sets a button beside each address, to copy it. Without it the address can be marked and copied, as any text.

const button = document.getElementById("copy")?.content.querySelector("button");
const voice = document.createElement("p");
voice.className = "hidden";
voice.setAttribute("role", "status");

function called(address) {
  return address.dataset.copy || address.textContent.trim();
}

async function copy(made, text) {
  const words = button.textContent;
  let said = made.dataset.done;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    said = made.dataset.failed;
  }
  made.textContent = voice.textContent = said;
  setTimeout(() => { made.textContent = words; voice.textContent = ""; }, 3000);
}

for (const address of button && navigator.clipboard ? document.querySelectorAll("[data-copy]") : []) {
  const made = button.cloneNode(true);
  made.setAttribute("aria-label", `${made.textContent}: ${called(address)}`);
  made.addEventListener("click", () => copy(made, address.href ?? address.textContent));
  address.after(made);
}
if (button) document.body.append(voice);
