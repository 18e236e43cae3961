"use strict";
// Scripts of all pages; without scripts, they can be read and used too.

// A file dropped on a form's field is put into the field, and the form is sent.
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

// A second click does not send a form twice. A form whose response replaces it (data-part) is a new one afterwards.
for (const form of document.querySelectorAll("form[method=post]:not([data-part])")) {
  form.addEventListener("submit", () => {
    for (const button of form.querySelectorAll("button")) button.setAttribute("aria-disabled", "true");
    form.addEventListener("submit", (again) => again.preventDefault());
  });
}
// A page restored from the browser's back/forward cache can be sent again.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) window.location.reload();
});
