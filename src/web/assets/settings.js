// The settings form: a field is marked if its value has an error, and unsaved input is not left by accident.
const form = document.querySelector("form.settings");
let isTyped = false;
/** Marks the fields whose note contains an error. */
function told() {
    for (const note of document.querySelectorAll(".note")) {
        const field = document.getElementById(note.id.replace(/^note-/, ""));
        if (note.querySelector(".bad"))
            field?.setAttribute("aria-invalid", "true");
        else
            field?.removeAttribute("aria-invalid");
    }
}
document.body.addEventListener("htmx:afterRequest", told);
form?.addEventListener("input", () => (isTyped = true));
form?.addEventListener("submit", () => (isTyped = false));
window.addEventListener("beforeunload", (event) => {
    if (isTyped)
        event.preventDefault();
});
// The form is checked while it is filled in: the button is not needed.
for (const button of document.querySelectorAll("button.check"))
    button.hidden = true;
export {};
