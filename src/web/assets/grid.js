// A table as a grid: keyboard, pointer, clipboard and tools. Every change is sent to the program at once, and checked there.
import { Desk, Refusal, part } from "./grid-desk.js";
import { Editor } from "./grid-editor.js";
import { View } from "./grid-view.js";
/** Time without changes before the table is checked, in milliseconds. */
const PAUSE = 350;
/** Interval between two polls for changes by somebody else, in milliseconds. */
const WATCH = 5000;
const root = part(document, "#grid");
const box = part(document, "#view");
const told = part(document, "#told");
const about = part(document, "#about");
const counted = part(document, "#counted");
const words = root.dataset;
const isReadOnly = "readOnly" in root.dataset;
const desk = new Desk(words["home"]);
const view = new View(desk, Number(words["first"]), Number(words["at"]));
const editor = new Editor(view, (spot, value) => void change({ set: { ...spot, value } }, value));
let pause = 0;
let judged = "";
// Notices.
function tell(text) {
    told.textContent = text;
}
/** Reports why a request was refused, with the text that is lost, and shows the current table. */
async function refused(fault, lost) {
    if (fault instanceof Refusal) {
        told.innerHTML = fault.part;
        if (lost && fault.status === 409) {
            const line = document.createElement("p");
            // The browser puts the quotation marks of the page's language around it.
            const quote = document.createElement("q");
            quote.textContent = lost;
            line.append(quote);
            told.querySelector(".fault")?.append(line);
        }
    }
    else {
        tell(words["failed"]);
    }
    await renewed();
}
/** Adopts the state of the table, and its rows. */
async function renewed() {
    try {
        const answer = await desk.see("state");
        if (answer)
            adopt(answer);
        await view.again();
    }
    catch {
        tell(words["failed"]);
    }
}
/** Reports that somebody else has changed the table, which is now shown. */
function tellBehind() {
    const { by = "" } = part(document, "#state").dataset;
    tell(by ? words["byAnother"].replace("%", by) : words["behind"]);
}
view.isBehind = () => void renewed().then(tellBehind);
view.isActive = (cell) => {
    const heading = view.heading(view.active.column);
    const name = heading?.textContent?.replace(" *", "") ?? "";
    const fault = cell?.title || cell?.parentElement?.querySelector("th")?.title;
    about.textContent = heading ? `${name} – ${heading.title}` : words["empty"] ?? "";
    about.classList.toggle("bad", Boolean(fault));
    if (fault)
        about.textContent = `${name} – ${fault}`;
};
// Changes.
function adopt(answer) {
    const { columns } = desk.state;
    const isNew = desk.adopt(answer);
    const { state } = desk;
    if (state.columns !== columns)
        window.location.reload();
    tools({ save: !state.isUnsaved, undo: !state.canUndo, redo: !state.canRedo, add: false, remove: state.rows === 0 });
    for (const form of document.querySelectorAll("[data-leave]"))
        form.hidden = !state.isUnsaved;
    if (state.told)
        tell(state.told);
    if (isNew || judged !== state.stamp)
        soon();
}
function tools(isOff) {
    for (const button of root.querySelectorAll("[data-tool]")) {
        button.disabled = isReadOnly || Boolean(isOff[button.dataset["tool"]]);
    }
}
async function change(act, lost = "") {
    if (isReadOnly)
        return;
    try {
        told.replaceChildren();
        adopt(await desk.change(act));
        await view.again();
        if (desk.state.goesTo)
            await view.go(desk.state.goesTo);
    }
    catch (fault) {
        await refused(fault, lost);
    }
}
async function save() {
    editor.commit();
    try {
        told.replaceChildren();
        adopt(await desk.post("save"));
        await view.again();
    }
    catch (fault) {
        await refused(fault, "");
    }
}
/** Checks the table after a moment without changes. */
function soon() {
    window.clearTimeout(pause);
    pause = window.setTimeout(() => void judge(), PAUSE);
}
async function judge() {
    try {
        const answer = await desk.see("found");
        // Changes by somebody else are not shown while a cell is being edited: its text would go into another row.
        const isTyped = editor.isOpen && part(answer ?? document, "#state").dataset["stamp"] !== desk.state.stamp;
        if (!answer || isTyped)
            return soon();
        const found = part(answer, "#found");
        const before = part(document, "#found h2").textContent;
        part(document, "#found").replaceWith(document.adoptNode(found));
        const head = part(document, "#found h2").textContent ?? "";
        if (judged && head !== before)
            counted.textContent = head;
        judged = part(answer, "#state").dataset["stamp"] ?? "";
        const isBehind = judged !== desk.state.stamp;
        adopt(answer);
        if (isBehind)
            tellBehind();
        await view.again();
    }
    catch (fault) {
        await refused(fault, "");
    }
}
/** Shows changes by somebody else, unless a cell is being edited. */
async function watch() {
    if (document.visibilityState !== "visible" || editor.isOpen)
        return;
    try {
        const answer = await desk.see("state");
        if (!answer || editor.isOpen)
            return;
        if (part(answer, "#state").dataset["stamp"] === desk.state.stamp)
            return;
        adopt(answer);
        await view.again();
        tellBehind();
    }
    catch {
        // The next poll follows soon.
    }
}
// Keyboard and pointer.
function edit(isEmpty) {
    if (!isReadOnly)
        editor.open(isEmpty);
}
async function copied(isCut) {
    const { top, bottom, left, right } = view.block;
    const text = desk.copy(view.block).then((copied) => new Blob([copied], { type: "text/plain" }));
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": text })]);
    tell(words["copied"]);
    if (isCut)
        await change({ fill: { rows: [top, bottom], columns: [left, right], value: "" } });
}
function pasted(text) {
    const { top, bottom, left, right } = view.block;
    const isOne = !/[\t\n]/.test(text.replace(/\r?\n$/, ""));
    const isMany = top < bottom || left < right;
    const value = text.replace(/\r?\n$/, "");
    if (isOne && isMany)
        void change({ fill: { rows: [top, bottom], columns: [left, right], value } });
    else
        void change({ paste: { row: desk.state.rows === 0 ? null : top, column: left, text } }, text.slice(0, 80));
}
function cleared() {
    const { top, bottom, left, right } = view.block;
    void change({ fill: { rows: [top, bottom], columns: [left, right], value: "" } });
}
/** The cell to which a key moves from the active one. */
function led(event) {
    const { row, column } = view.active;
    const { rows, columns } = desk.state;
    const isFar = event.ctrlKey || event.metaKey;
    switch (event.key) {
        case "ArrowUp": return { row: isFar ? 0 : row - 1, column };
        case "ArrowDown": return { row: isFar ? rows - 1 : row + 1, column };
        case "ArrowLeft": return { row, column: isFar ? 0 : column - 1 };
        case "ArrowRight": return { row, column: isFar ? columns - 1 : column + 1 };
        case "PageUp": return { row: row - view.page, column };
        case "PageDown": return { row: row + view.page, column };
        case "Home": return { row: isFar ? 0 : row, column: 0 };
        case "End": return { row: isFar ? rows - 1 : row, column: columns - 1 };
        default: return null;
    }
}
/** The command of a key with Ctrl. */
const COMMANDS = {
    z: () => void change("undo"),
    Z: () => void change("redo"),
    y: () => void change("redo"),
    s: () => void save(),
    Enter: () => void change({ add: 1 }),
    a: () => {
        view.anchor = { row: 0, column: 0 };
        void view.go({ row: desk.state.rows - 1, column: desk.state.columns - 1 }, true);
    },
};
function pressed(event) {
    if (editor.isOpen || event.isComposing)
        return;
    const spot = led(event);
    const command = (event.ctrlKey || event.metaKey) && !event.altKey ? COMMANDS[event.key] : undefined;
    const isAltGraph = event.getModifierState("AltGraph");
    if (spot)
        void view.go(spot, event.shiftKey);
    else if (command)
        command();
    else if (event.key === "Enter" || event.key === "F2")
        edit(false);
    else if (event.key === "Delete" || event.key === "Backspace")
        cleared();
    else if (event.key === "Escape")
        void view.go(view.active);
    else {
        // A letter goes into the field that opens; so does one that starts with a dead key.
        const isLetter = event.key.length === 1 || event.key === "Dead";
        if (isLetter && (isAltGraph || !(event.ctrlKey || event.metaKey || event.altKey)))
            edit(true);
        return;
    }
    event.preventDefault();
}
function pointed(event) {
    const spot = view.spot(event.target);
    if (!spot || event.button !== 0 || event.target.closest("textarea"))
        return;
    editor.commit();
    const isAgain = spot.row === view.active.row && spot.column === view.active.column && spot.column >= 0;
    if (isAgain && document.activeElement === view.cell(spot)) {
        edit(false);
        event.preventDefault();
        return;
    }
    if (spot.column < 0) {
        // The line number selects its row.
        view.anchor = { row: event.shiftKey ? view.anchor.row : spot.row, column: desk.state.columns - 1 };
        void view.go({ row: spot.row, column: 0 }, true);
    }
    else {
        void view.go(spot, event.shiftKey);
    }
    if (event.pointerType === "mouse")
        event.preventDefault();
}
function drawn(event) {
    const spot = event.pointerType === "mouse" && event.buttons === 1 ? view.spot(event.target) : null;
    if (!spot || editor.isOpen || spot.column < 0)
        return;
    if (spot.row !== view.active.row || spot.column !== view.active.column)
        view.reach(spot);
}
/** Ends a selection by pointer when the keyboard takes over. */
function released() {
    if (!editor.isOpen && box.contains(document.activeElement))
        view.cell(view.active)?.focus({ preventScroll: true });
}
const TOOLS = {
    save: () => void save(),
    undo: () => void change("undo"),
    redo: () => void change("redo"),
    add: () => void change({ add: 1 }),
    remove: () => void change({ remove: [view.block.top, view.block.bottom] }),
};
// Wiring.
box.addEventListener("keydown", pressed);
box.addEventListener("pointerdown", pointed);
box.addEventListener("pointermove", drawn);
box.addEventListener("pointerup", released);
box.addEventListener("focusin", () => !editor.isOpen && view.isActive(view.cell(view.active)));
for (const [name, isCut] of [["copy", false], ["cut", true]]) {
    box.addEventListener(name, (event) => {
        if (editor.isOpen)
            return;
        event.preventDefault();
        copied(isCut && !isReadOnly).catch(() => tell(words["failed"]));
    });
}
box.addEventListener("paste", (event) => {
    if (editor.isOpen)
        return;
    event.preventDefault();
    pasted(event.clipboardData?.getData("text/plain") ?? "");
});
for (const button of root.querySelectorAll("[data-tool]")) {
    button.addEventListener("click", () => {
        editor.commit();
        TOOLS[button.dataset["tool"]]?.();
    });
}
root.querySelector("form[data-find]")?.addEventListener("submit", (event) => {
    event.preventDefault();
    const sought = event.target.elements.namedItem("words");
    desk.post("find", { words: sought.value, from: String(view.active.row + 1) }).then(async (answer) => {
        told.replaceChildren();
        adopt(answer);
        if (desk.state.goesTo)
            await view.go(desk.state.goesTo, false, false);
    }, (fault) => refused(fault, ""));
});
root.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("[data-cell]") : null;
    if (!link)
        return;
    const [row = 0, column = 0] = link.dataset["cell"].split(" ").map(Number);
    event.preventDefault();
    void view.go({ row, column });
});
// In the capture phase, before all other listeners.
document.addEventListener("submit", (event) => {
    const isLeaving = event.target instanceof Element && event.target.matches("[data-leave]");
    if (isLeaving && !window.confirm(words["sure"])) {
        event.preventDefault();
        event.stopPropagation();
    }
}, true);
// Another window or another program may have changed the table meanwhile.
window.addEventListener("focus", () => void judge());
window.setInterval(() => void watch(), WATCH);
root.classList.add("live");
tools({ save: !desk.state.isUnsaved, undo: !desk.state.canUndo, redo: !desk.state.canRedo, remove: desk.state.rows === 0 });
void view.fill();
void judge();
if (view.active.row > 0)
    void view.go(view.active);
