// The visible rows of a table, the active cell, and the selected block. Empty space stands in for the rows that are not loaded.
import { part } from "./grid-desk.js";
/** Number of rows loaded above and below the visible ones. */
const BEYOND = 40;
export class View {
    desk;
    active;
    /** The other end of the selected block. */
    anchor;
    /** Called when somebody else has changed the table. */
    isBehind = () => undefined;
    /** Called when another cell becomes active. */
    isActive = () => undefined;
    box = part(document, "#view");
    table = part(document, "#view table");
    body = part(document, "#view tbody");
    room = [gap(), gap()];
    first;
    loaded;
    height;
    showing = Promise.resolve();
    constructor(desk, first, at) {
        this.desk = desk;
        this.first = first;
        this.loaded = this.body.rows.length;
        this.height = this.body.rows[0]?.getBoundingClientRect().height || 34;
        this.active = { row: at, column: 0 };
        this.anchor = this.active;
        this.leaveRoom();
        this.box.scrollTop = this.height * first;
        this.box.addEventListener("scroll", () => requestAnimationFrame(() => void this.fill()));
        window.addEventListener("resize", () => void this.fill());
        this.paint();
    }
    get block() {
        const { active, anchor } = this;
        return {
            top: Math.min(active.row, anchor.row),
            bottom: Math.max(active.row, anchor.row),
            left: Math.min(active.column, anchor.column),
            right: Math.max(active.column, anchor.column),
        };
    }
    /** Number of visible rows. */
    get page() {
        return Math.max(1, Math.floor(this.box.clientHeight / this.height) - 2);
    }
    cell({ row, column }) {
        return this.line(row)?.cells[column + 1] ?? null;
    }
    heading(column) {
        return this.table.tHead?.rows[0]?.cells[column + 1] ?? null;
    }
    /** The cell that contains an element, if any. */
    spot(element) {
        const cell = element instanceof Element ? element.closest("tbody td, tbody th") : null;
        const row = cell?.closest("tr")?.dataset["row"];
        return cell && row !== undefined ? { row: Number(row), column: cell.cellIndex - 1 } : null;
    }
    /** Extends the block to a visible cell. */
    reach(to) {
        this.active = to;
        this.paint();
        this.isActive(this.cell(to));
    }
    /** Makes a cell active, and scrolls it into view; `isFar` keeps the other end of the block in place. */
    async go(to, isFar = false, hasFocus = true) {
        const { rows, columns } = this.desk.state;
        this.active = { row: clamp(to.row, rows), column: clamp(to.column, columns) };
        if (!isFar)
            this.anchor = this.active;
        if (!this.line(this.active.row)) {
            this.box.scrollTop = this.height * (this.active.row - 4);
            await this.fill();
        }
        this.paint();
        const cell = this.cell(this.active);
        cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
        if (hasFocus)
            (cell ?? this.box).focus({ preventScroll: true });
        this.isActive(cell);
    }
    /** Loads the visible rows that are missing. */
    fill() {
        this.showing = this.showing.then(async () => {
            const seen = Math.floor(this.box.scrollTop / this.height);
            const end = Math.min(seen + Math.ceil(this.box.clientHeight / this.height) + 1, this.desk.state.rows);
            if (seen < this.first || end > this.first + this.loaded)
                await this.load(Math.max(0, seen - BEYOND), end + BEYOND);
        });
        return this.showing;
    }
    /** Reloads the loaded rows. */
    again() {
        this.showing = this.showing.then(() => {
            const first = Math.max(0, Math.min(this.first, this.desk.state.rows - 1));
            const seen = Math.ceil(this.box.clientHeight / this.height) + BEYOND;
            return this.load(first, first + Math.max(this.loaded, seen));
        });
        return this.showing;
    }
    /** Displays the selection and the active cell. */
    paint() {
        const { top, bottom, left, right } = this.block;
        for (const line of this.body.rows) {
            if (line.dataset["row"] === undefined)
                continue;
            const row = Number(line.dataset["row"]);
            for (const cell of line.cells) {
                const column = cell.cellIndex - 1;
                if (cell.tagName !== "TD")
                    continue;
                const isChosen = row >= top && row <= bottom && column >= left && column <= right;
                const isActive = row === this.active.row && column === this.active.column;
                cell.setAttribute("aria-selected", String(isChosen));
                cell.tabIndex = isActive ? 0 : -1;
            }
        }
    }
    line(row) {
        const at = row - this.first;
        return at >= 0 && at < this.loaded ? (this.body.rows[at + 1] ?? null) : null;
    }
    async load(from, to) {
        const hadFocus = this.body.contains(document.activeElement);
        const { rows, isBehind } = await this.desk.rows(from, Math.min(to, this.desk.state.rows));
        if (from === this.first && rows.length === this.loaded) {
            rows.forEach((row, at) => renew(this.body.rows[at + 1], row));
        }
        else {
            this.body.replaceChildren(...rows);
            this.first = from;
            this.loaded = rows.length;
        }
        this.leaveRoom();
        this.paint();
        const focus = this.cell(this.active) ?? this.box;
        if (hadFocus && !this.body.contains(document.activeElement))
            focus.focus({ preventScroll: true });
        this.isActive(this.cell(this.active));
        if (isBehind)
            this.isBehind();
    }
    leaveRoom() {
        const { rows, columns } = this.desk.state;
        const [above, below] = this.room;
        above.style.height = `${this.first * this.height}px`;
        below.style.height = `${Math.max(0, rows - this.first - this.loaded) * this.height}px`;
        for (const room of this.room)
            room.cells[0].colSpan = columns + 1;
        if (this.body.firstElementChild !== above)
            this.body.prepend(above);
        if (this.body.lastElementChild !== below)
            this.body.append(below);
        this.table.setAttribute("aria-rowcount", String(rows + 1));
    }
}
/** Updates a displayed row; a cell that is being edited is left alone. */
function renew(shown, now) {
    for (const [at, cell] of [...now.cells].entries()) {
        const old = shown?.cells[at];
        if (!old || old.querySelector("textarea"))
            continue;
        if (old.textContent !== cell.textContent)
            old.textContent = cell.textContent;
        old.className = cell.className;
        for (const name of ["title", "aria-invalid"]) {
            const value = cell.getAttribute(name);
            if (value === null)
                old.removeAttribute(name);
            else
                old.setAttribute(name, value);
        }
    }
}
function gap() {
    const row = document.createElement("tr");
    row.className = "gap";
    row.setAttribute("aria-hidden", "true");
    row.append(document.createElement("td"));
    return row;
}
function clamp(value, count) {
    return Math.max(0, Math.min(value, count - 1));
}
