// The field for editing a cell.
export class Editor {
    view;
    written;
    field = null;
    spot = { row: 0, column: 0 };
    before = "";
    constructor(view, written) {
        this.view = view;
        this.written = written;
    }
    get isOpen() {
        return this.field !== null;
    }
    /** Opens a field in the active cell, with the cell's text or empty. */
    open(isEmpty) {
        const cell = this.view.cell(this.view.active);
        if (this.field || !cell)
            return;
        this.spot = this.view.active;
        this.before = cell.textContent ?? "";
        const field = document.createElement("textarea");
        field.rows = 1;
        field.value = isEmpty ? "" : this.before;
        field.setAttribute("aria-label", this.view.heading(this.spot.column)?.textContent ?? "");
        cell.replaceChildren(field);
        this.field = field;
        field.addEventListener("keydown", (event) => this.pressed(event));
        field.addEventListener("blur", () => this.commit());
        field.focus({ preventScroll: true });
        field.setSelectionRange(field.value.length, field.value.length);
    }
    /** Closes the field, and keeps the text. */
    commit() {
        this.close(this.field?.value ?? "");
    }
    close(value) {
        const { field, before } = this;
        if (!field)
            return;
        this.field = null;
        const cell = field.closest("td");
        field.remove();
        if (cell)
            cell.textContent = value;
        if (value !== before)
            this.written(this.spot, value);
    }
    pressed(event) {
        event.stopPropagation();
        if (event.isComposing)
            return;
        const { row, column } = this.spot;
        if (event.key === "Escape") {
            this.close(this.before);
            void this.view.go({ row, column });
        }
        else if (event.key === "Enter" && event.altKey) {
            this.field?.setRangeText("\n", this.field.selectionStart, this.field.selectionEnd, "end");
        }
        else if (event.key === "Enter") {
            this.commit();
            void this.view.go({ row: row + (event.shiftKey ? -1 : 1), column });
        }
        else if (event.key === "Tab") {
            this.commit();
            void this.view.go({ row, column: column + (event.shiftKey ? -1 : 1) });
        }
        else {
            return;
        }
        event.preventDefault();
    }
}
