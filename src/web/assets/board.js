"use strict";
// The plan: drags a cycle to another place of the calendar, or a resident to another cycle; by mouse, long press, or keyboard.
// Nothing is judged or priced here: the server supplies the possible places, and their effects in words.
const LONG_PRESS_MS = 450;
const TURN_MS = 700;
const STILL_PX = 6;
const WATCH_MS = 5000;
const EDGE_PX = 40;
/** How htmx replaces the page: without scrolling or delay. */
const SWAP = "outerHTML show:none settle:0ms";
const DAY_MS = 86_400_000;
let held = null;
let pressed = null;
let turning = null;
let hasDragged = false;
let isClickToSkip = false;
let isFocusWanted = false;
let isSheetWanted = false;
function desk() {
    return document.getElementById("desk");
}
function told() {
    return document.getElementById("told");
}
function say(text) {
    const to = told();
    if (to)
        to.textContent = text;
}
function word(name, id = "") {
    return (desk()?.dataset[name] ?? "").replace("%", id);
}
/** An address below that of the page, with the current view and more parameters. */
function address(below, more = {}) {
    const { base = "", query = "" } = desk()?.dataset ?? {};
    const parts = new URLSearchParams(query.replace(/^\?/, ""));
    for (const [key, value] of Object.entries(more))
        parts.set(key, value);
    const text = parts.toString();
    return text ? `${base}${below}?${text}` : base + below;
}
function key(...parts) {
    return JSON.stringify(parts);
}
/** Key of the target of an element: its row and slot for a cycle, its cycle for a resident. */
function keyOf(place) {
    if (held?.what === "cycle")
        return key(place.dataset.row ?? "", place.dataset.slot ?? "");
    return key(place.dataset.seat ?? "");
}
function places() {
    const selector = held?.what === "cycle" ? "[data-row][data-slot]" : "[data-seat]";
    return [...document.querySelectorAll(selector)];
}
function weeksLater() {
    const now = desk()?.dataset.monday;
    if (!held || !now || !held.monday)
        return 0;
    return Math.round((Date.parse(now) - Date.parse(held.monday)) / DAY_MS / 7);
}
/** Requests the possible places for the held item. */
async function found(one) {
    const version = desk()?.dataset.version ?? "";
    const asked = one.what === "cycle"
        ? fetch(address("/places", { cycle: one.id, weeks_later: String(weeksLater()), version }), { headers: { "HX-Request": "true" } })
        : fetch(address("/seats"), {
            method: "POST",
            headers: { "HX-Request": "true" },
            body: new URLSearchParams({ resident: one.id, bare: "true", version }),
        });
    const answer = await asked;
    if (!answer.ok) {
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        throw new Error(page.body.textContent?.trim() ?? "");
    }
    const said = await answer.json();
    const rowName = desk()?.dataset.rows === "venues" ? "venue" : "trainer";
    const targets = new Map();
    for (const { row = "", slot = "", first = "", cycle = "", kind, text, short } of said) {
        const at = one.what === "cycle" ? key(row, slot) : key(cycle);
        const fields = one.what === "cycle"
            ? { cycle: one.id, slot, first, [rowName]: row }
            : { resident: one.id, to: cycle };
        targets.set(at, { kind, text, short, fields });
    }
    return targets;
}
/** Marks the possible places for the held item, with their price. */
async function mark(one) {
    try {
        one.targets = await found(one);
    }
    catch (fault) {
        if (held === one)
            giveUp(fault instanceof Error ? fault.message : "");
        return;
    }
    if (held !== one)
        return;
    unmark();
    for (const place of places()) {
        const target = one.targets.get(keyOf(place));
        if (!target)
            continue;
        place.dataset.kind = target.kind;
        const price = document.createElement("span");
        price.className = `price prospect ${target.kind}`;
        price.textContent = target.short;
        price.title = target.text;
        (place.querySelector(":scope > th, :scope > summary") ?? place).append(price);
    }
    const at = one.at?.isConnected ? one.at : null;
    const from = one.isByKeys && (at ?? own(one));
    if (from)
        goTo(from);
}
/** The current place of the held item, or else the first place. */
function own(one) {
    const all = places().filter((place) => place.dataset.kind);
    const card = one.what === "cycle"
        ? document.querySelector(`[data-cycle="${CSS.escape(one.id)}"]`)?.closest("[data-row]")
        : null;
    return card?.dataset.kind ? card : all[0] ?? null;
}
function unmark() {
    for (const place of document.querySelectorAll("[data-kind]")) {
        delete place.dataset.kind;
        if (place.localName !== "a")
            place.removeAttribute("tabindex");
    }
    for (const price of document.querySelectorAll(".prospect"))
        price.remove();
    for (const at of document.querySelectorAll(".at"))
        at.classList.remove("at");
}
function pickUp(from, isByKeys) {
    const id = from.dataset.person ?? from.dataset.cycle;
    if (!id || held)
        return;
    const what = from.dataset.person === undefined ? "cycle" : "person";
    const monday = desk()?.dataset.monday ?? "";
    held = { what, id, isByKeys, monday, targets: new Map(), at: null, ghost: null };
    from.classList.add("held");
    document.body.classList.add("holding");
    if (!isByKeys) {
        hasDragged = true;
        const ghost = document.createElement("div");
        ghost.className = "ghost";
        ghost.setAttribute("aria-hidden", "true");
        const name = from.querySelector("strong")?.textContent ?? "";
        ghost.textContent = [id, name].filter(Boolean).join(" · ");
        document.body.append(ghost);
        held.ghost = ghost;
    }
    say(word(what === "cycle" ? "sayHeld" : "sayPerson", id));
    void mark(held);
}
/** Releases the held item. */
function letGo() {
    held?.ghost?.remove();
    held = null;
    stopTurning();
    unmark();
    document.body.classList.remove("holding");
    for (const one of document.querySelectorAll(".held"))
        one.classList.remove("held");
}
function giveUp(text) {
    const one = held;
    letGo();
    say(text);
    if (one?.isByKeys)
        focusOn(one);
}
function focusOn(one) {
    const name = one.what === "cycle" ? "cycle" : "person";
    document.querySelector(`[data-${name}="${CSS.escape(one.id)}"]`)?.focus();
}
function dropAt(place) {
    const one = held;
    if (!one)
        return;
    const target = place && one.targets.get(keyOf(place));
    const isOwn = one.what === "cycle" && weeksLater() === 0
        && place?.querySelector(`[data-cycle="${CSS.escape(one.id)}"]`);
    if (!target || isOwn) {
        giveUp(word(target ? "sayGivenUp" : "sayNowhere"));
        return;
    }
    letGo();
    isFocusWanted = one.isByKeys;
    const values = { ...target.fields, version: desk()?.dataset.version ?? "" };
    void htmx.ajax("POST", address("/step"), { target: "#desk", swap: SWAP, values });
}
/** Shows another week, still holding the item. */
function turn(link) {
    const path = link.getAttribute("href");
    if (path)
        void htmx.ajax("GET", path, { target: "#desk", swap: SWAP });
}
function turnBy(step) {
    const link = document.querySelector(`[data-turn="${step}"]`);
    if (held)
        held.at = null;
    if (link)
        turn(link);
}
function stopTurning() {
    if (turning)
        window.clearTimeout(turning.timer);
    turning = null;
}
/** Shows another week if the pointer rests on its link. */
function turnOver(link) {
    if (link === (turning?.link ?? null))
        return;
    stopTurning();
    if (link) {
        const timer = window.setTimeout(() => {
            turning = null;
            turn(link);
        }, TURN_MS);
        turning = { link, timer };
    }
}
// By keyboard.
function goTo(place) {
    if (!held)
        return;
    held.at?.classList.remove("at");
    held.at = place;
    place.classList.add("at");
    if (!place.hasAttribute("tabindex") && place.localName !== "a")
        place.tabIndex = -1;
    place.focus();
    place.scrollIntoView({ block: "nearest", inline: "nearest" });
    tell(place);
}
/** Announces the effect of dropping the held item at a place. */
function tell(place) {
    const target = held?.targets.get(keyOf(place));
    const label = place.dataset.label ?? place.dataset.seat ?? "";
    if (target)
        say([label, target.text].filter(Boolean).join(" : "));
}
/** The adjacent place on the calendar; in lists, the next or the previous one. */
function beside(place, arrow) {
    const cell = place.closest("td");
    const row = cell?.closest("tr");
    const isBack = arrow === "ArrowLeft" || arrow === "ArrowUp";
    if (held?.what !== "cycle" || !cell || !row) {
        const all = places().filter((one) => one.dataset.kind);
        return all[all.indexOf(place) + (isBack ? -1 : 1)];
    }
    const column = [...(row.parentElement?.children ?? [])].flatMap((one) => [
        ...(one.children[cell.cellIndex]?.querySelectorAll("[data-slot]") ?? []),
    ]);
    if (arrow === "ArrowUp" || arrow === "ArrowDown")
        return column[column.indexOf(place) + (isBack ? -1 : 1)];
    const position = [...cell.children].indexOf(place);
    const next = row.children[cell.cellIndex + (isBack ? -1 : 1)]?.querySelectorAll("[data-slot]");
    return next && (next[position] ?? next[next.length - 1]);
}
document.addEventListener("keydown", (event) => {
    const from = event.target instanceof Element ? event.target : null;
    if (!held) {
        const grabbed = from?.closest("[data-cycle], [data-person]");
        if (event.key === " " && grabbed) {
            event.preventDefault();
            pickUp(grabbed, true);
        }
        else if ((event.ctrlKey || event.metaKey) && !from?.closest("input, textarea, select")) {
            const letter = event.key.toLowerCase();
            const name = letter === "y" || (letter === "z" && event.shiftKey) ? "redo" : letter === "z" ? "undo" : "";
            const button = document.getElementById(name);
            if (name && button instanceof HTMLButtonElement && !button.disabled) {
                event.preventDefault();
                button.click();
            }
        }
        return;
    }
    const turns = { PageDown: "1", PageUp: "-1" };
    const step = turns[event.key];
    if (event.key === "Escape") {
        giveUp(word("sayGivenUp"));
    }
    else if (!held.isByKeys) {
        return;
    }
    else if (event.key === "Enter" || event.key === " ") {
        dropAt(held.at);
    }
    else if (event.key.startsWith("Arrow")) {
        const next = held.at ? beside(held.at, event.key) : own(held);
        if (next)
            goTo(next);
    }
    else if (step) {
        turnBy(step);
    }
    else {
        return;
    }
    event.preventDefault();
});
// By mouse, pen or finger.
document.addEventListener("pointerdown", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const from = target?.closest("[data-cycle], [data-person]");
    if (!from || !event.isPrimary || event.button !== 0 || held)
        return;
    const isTouch = event.pointerType !== "mouse";
    const timer = isTouch ? window.setTimeout(() => {
        pressed = null;
        pickUp(from, false);
        follow(event.clientX, event.clientY);
        navigator.vibrate?.(30);
    }, LONG_PRESS_MS) : 0;
    pressed = { from, x: event.clientX, y: event.clientY, timer, isTouch };
});
document.addEventListener("pointermove", (event) => {
    if (pressed && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > STILL_PX) {
        const { from, isTouch, timer } = pressed;
        pressed = null;
        window.clearTimeout(timer);
        // A finger that moves at once scrolls the page.
        if (!isTouch)
            pickUp(from, false);
    }
    if (held && !held.isByKeys) {
        event.preventDefault();
        follow(event.clientX, event.clientY);
    }
});
/** The held item follows the pointer; at an edge, the page or the calendar scrolls. */
function follow(x, y) {
    if (!held?.ghost)
        return;
    held.ghost.style.transform = `translate(${x + 12}px, ${y + 12}px)`;
    const under = document.elementFromPoint(x, y);
    const selector = held.what === "cycle" ? "[data-row][data-slot]" : "[data-seat]";
    const place = under?.closest(selector) ?? null;
    if (place !== held.at) {
        held.at?.classList.remove("at");
        held.at = place;
        place?.classList.add("at");
        if (place)
            tell(place);
    }
    turnOver(under?.closest("[data-turn]") ?? null);
    scrollAt(x, y);
}
function scrollAt(x, y) {
    const near = (at, end) => (at < EDGE_PX ? -1 : at > end - EDGE_PX ? 1 : 0) * 14;
    window.scrollBy(0, near(y, window.innerHeight));
    const area = document.querySelector("[data-scroll]");
    if (area) {
        const box = area.getBoundingClientRect();
        area.scrollBy(near(x - box.left, box.width), 0);
    }
}
document.addEventListener("pointerup", () => {
    if (pressed)
        window.clearTimeout(pressed.timer);
    pressed = null;
    // A drag, even a cancelled one, is not also a click.
    if (!hasDragged)
        return;
    hasDragged = false;
    isClickToSkip = true;
    window.setTimeout(() => {
        isClickToSkip = false;
    }, 50);
    if (held && !held.isByKeys)
        dropAt(held.at);
});
document.addEventListener("pointercancel", () => {
    if (pressed)
        window.clearTimeout(pressed.timer);
    pressed = null;
    hasDragged = false;
    if (held && !held.isByKeys)
        giveUp(word("sayGivenUp"));
});
// While a finger holds an item, nothing scrolls and no menu opens.
document.addEventListener("touchmove", (event) => {
    if (held && !held.isByKeys)
        event.preventDefault();
}, { passive: false });
document.addEventListener("contextmenu", (event) => {
    if (pressed?.isTouch || held)
        event.preventDefault();
});
document.addEventListener("dragstart", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-cycle], [data-person]"))
        event.preventDefault();
});
document.addEventListener("click", (event) => {
    if (isClickToSkip && event.isTrusted) {
        event.preventDefault();
        event.stopPropagation();
    }
    else if (event.target instanceof Element && event.target.closest("[data-cycle], tr[data-seat] a")) {
        // The page of a cycle gets the focus when it opens.
        isSheetWanted = true;
    }
}, true);
// Updates of the page.
document.addEventListener("htmx:afterSettle", (event) => {
    // The progress of a search is polled every second, and does not move the focus.
    if (event.target instanceof Element && event.target.id === "around")
        return;
    if (held) {
        void mark(held);
        return;
    }
    const wanted = document.querySelector("[data-focus]");
    if (wanted) {
        delete wanted.dataset.focus;
        wanted.focus();
    }
    else if (isFocusWanted) {
        document.querySelector("[data-moved]")?.focus();
    }
    else if (isSheetWanted) {
        document.getElementById("sheet-title")?.focus();
    }
    isFocusWanted = false;
    isSheetWanted = false;
});
// Selecting an option submits its form.
document.addEventListener("change", (event) => {
    const form = event.target instanceof HTMLSelectElement ? event.target.form : null;
    if (form?.dataset.auto !== undefined)
        form.requestSubmit();
});
/** Asks for changes by others; `quick` leaves out the slow checks. */
function ask(more) {
    if (document.visibilityState !== "visible" || !desk())
        return;
    const path = address("/news", { version: desk()?.dataset.version ?? "", ...more });
    void htmx.ajax("GET", path, { target: "#news", swap: "innerHTML" });
}
/** Shows the plan as changed by others, unless the planner is busy with the page. */
function watch() {
    const behind = document.querySelector("[data-behind]");
    const isBusy = held || desk()?.contains(document.activeElement);
    if (!behind) {
        ask({ quick: "1" });
    }
    else if (!isBusy) {
        behind.remove();
        void htmx.ajax("GET", address(""), { target: "#desk", swap: SWAP });
    }
}
// A tab asks for changes by others when it becomes visible again, and periodically while it is visible.
document.addEventListener("visibilitychange", () => ask({}));
window.setInterval(watch, WATCH_MS);
document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target instanceof Element && event.target.id === "news" && event.target.querySelector("[data-behind]"))
        watch();
});
