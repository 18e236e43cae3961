"use strict";
// What all pages do with a script; without it they can be read and used as well.

// A file that is dropped on a form's field goes into it, and the form is sent.
for (const zone of document.querySelectorAll("[data-drop]")) {
  const field = zone.querySelector("input[type=file]");
  const over = (is) => zone.classList.toggle("over", is);
  zone.addEventListener("dragover", (event) => {
    event.preventDefault();
    over(true);
  });
  zone.addEventListener("dragleave", () => over(false));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    over(false);
    if (event.dataTransfer.files.length > 0) {
      field.files = event.dataTransfer.files;
      field.dispatchEvent(new Event("change", { bubbles: true }));
      if (field.form.reportValidity()) field.form.requestSubmit();
    }
  });
}

// Nothing is sent twice by a second click. A form whose answer takes its place (data-part) is not the same afterwards.
for (const form of document.querySelectorAll("form[method=post]:not([data-part])")) {
  form.addEventListener("submit", () => {
    for (const button of form.querySelectorAll("button")) button.setAttribute("aria-disabled", "true");
    form.addEventListener("submit", (again) => again.preventDefault());
  });
}
// A page that is shown again from the browser's memory can be sent again.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) window.location.reload();
});
