// A table that is edited: what is asked of the program, one request after the other, and what it answers.
/** Why the program refused something. */
export class Refusal extends Error {
    status;
    part;
    constructor(status, part) {
        super(String(status));
        this.status = status;
        this.part = part;
    }
}
const PART = { "HX-Request": "true" };
const FORM = { ...PART, "Content-Type": "application/x-www-form-urlencoded" };
export class Desk {
    home;
    state;
    last = Promise.resolve();
    /** Requests that change something and are not answered yet. */
    pending = 0;
    constructor(home) {
        this.home = home;
        this.state = read(part(document, "#state"));
    }
    /** The rows from one to another, and whether somebody else changed the table. */
    async rows(from, to) {
        await this.last.catch(() => undefined);
        const seen = this.state.stamp;
        const answer = await this.ask(`rows?from=${from}&to=${to}`, { headers: PART });
        const body = document.createElement("tbody");
        body.innerHTML = await answer.text();
        return { rows: [...body.rows], isBehind: this.isStill(seen) && answer.headers.get("x-stamp") !== seen };
    }
    /** A block as spreadsheets take it. */
    async copy({ top, bottom, left, right }) {
        await this.last.catch(() => undefined);
        const answer = await this.ask(`copy?top=${top}&bottom=${bottom}&left=${left}&right=${right}`, { headers: PART });
        return answer.text();
    }
    /** Changes the table. */
    change(act) {
        const body = () => JSON.stringify({ stamp: this.state.stamp, act });
        return this.inTurn(() => this.send("change", { method: "POST", headers: { ...PART, "Content-Type": "application/json" }, body: body() }));
    }
    /** Sends a form; the stamp of the table goes with it. */
    post(what, fields = {}) {
        const body = () => new URLSearchParams({ ...fields, stamp: this.state.stamp });
        return this.inTurn(() => this.send(what, { method: "POST", headers: FORM, body: body() }));
    }
    /** Asks how the table is; nothing where this window has changed it meanwhile. */
    async see(what) {
        await this.last.catch(() => undefined);
        const seen = this.state.stamp;
        const answer = await this.send(what, { headers: PART });
        return this.isStill(seen) ? answer : null;
    }
    /** Takes over what an answer says of the state; whether it is another than before. */
    adopt(answer) {
        const shown = part(answer, "#state");
        const before = this.state.stamp;
        this.state = read(shown);
        const old = part(document, "#state");
        // What the reader has opened stays open.
        const isOpen = old.querySelector("details")?.open ?? false;
        old.replaceWith(document.adoptNode(shown));
        shown.querySelector("details")?.toggleAttribute("open", isOpen);
        for (const field of document.querySelectorAll("[data-stamp-field]"))
            field.value = this.state.stamp;
        return this.state.stamp !== before;
    }
    /** A request begins when those before it are answered: each knows the stamp that the last one left. */
    inTurn(request) {
        this.pending += 1;
        const turn = this.last.catch(() => undefined).then(request);
        this.last = turn.finally(() => (this.pending -= 1));
        return turn;
    }
    /** Whether this window changed nothing since it knew this stamp. */
    isStill(stamp) {
        return this.pending === 0 && stamp === this.state.stamp;
    }
    async send(what, options) {
        const answer = await this.ask(what, options);
        const read = new DOMParser().parseFromString(await answer.text(), "text/html");
        // What follows in turn must know the stamp of what came before.
        if (options.method === "POST")
            this.state.stamp = read.querySelector("#state")?.dataset["stamp"] ?? this.state.stamp;
        return read;
    }
    async ask(what, options) {
        const answer = await fetch(`${this.home}/${what}`, options);
        if (!answer.ok)
            throw new Refusal(answer.status, await answer.text());
        return answer;
    }
}
function read(shown) {
    const { stamp = "", rows, columns, told = "", goesTo } = shown.dataset;
    const at = goesTo?.split(" ").map(Number);
    return {
        stamp,
        rows: Number(rows),
        columns: Number(columns),
        isUnsaved: "unsaved" in shown.dataset,
        canUndo: "undo" in shown.dataset,
        canRedo: "redo" in shown.dataset,
        told,
        goesTo: at ? { row: at[0] ?? 0, column: at[1] ?? 0 } : null,
    };
}
export function part(of, selector) {
    const found = of.querySelector(selector);
    if (!found)
        throw new Error(`no ${selector}`);
    return found;
}
