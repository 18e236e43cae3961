// Settings while they are filled in: a field says whether something is wrong with it, and what is not saved is not left by accident.

const form = document.querySelector<HTMLFormElement>("form.settings");
let isTyped = false;

/** Fields say what stands below them. */
function told(): void {
  for (const note of document.querySelectorAll<HTMLElement>(".note")) {
    const field = document.getElementById(note.id.replace(/^note-/, ""));
    if (note.querySelector(".bad")) field?.setAttribute("aria-invalid", "true");
    else field?.removeAttribute("aria-invalid");
  }
}

document.body.addEventListener("htmx:afterRequest", told);
form?.addEventListener("input", () => (isTyped = true));
form?.addEventListener("submit", () => (isTyped = false));
window.addEventListener("beforeunload", (event) => {
  if (isTyped) event.preventDefault();
});
// It is checked while it is filled in: nobody needs to ask.
for (const button of document.querySelectorAll<HTMLElement>("button.check")) button.hidden = true;

export {};
