// A table that is being edited: requests to the program, one after the other, and their responses.

/** A cell: its row and its column, from 0. */
export interface Spot {
  row: number;
  column: number;
}

/** A block of cells, its last row and column included. */
export interface Block {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** A change, as the program reads it. */
export type Act =
  | "undo"
  | "redo"
  | { set: { row: number; column: number; value: string } }
  | { fill: { rows: [number, number]; columns: [number, number]; value: string } }
  | { paste: { row: number | null; column: number; text: string } }
  | { add: number }
  | { remove: [number, number] };

/** The state of the table after a request. */
export interface State {
  stamp: string;
  rows: number;
  columns: number;
  isUnsaved: boolean;
  canUndo: boolean;
  canRedo: boolean;
  told: string;
  goesTo: Spot | null;
}

/** Why the program refused a request. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly part: string,
  ) {
    super(String(status));
  }
}

const PART = { "HX-Request": "true" };
const FORM = { ...PART, "Content-Type": "application/x-www-form-urlencoded" };

export class Desk {
  state: State;
  private last: Promise<unknown> = Promise.resolve();
  /** Number of requests for changes that are not answered yet. */
  private pending = 0;

  constructor(private readonly home: string) {
    this.state = read(part(document, "#state"));
  }

  /** The rows of a range, and whether somebody else has changed the table. */
  async rows(from: number, to: number): Promise<{ rows: HTMLTableRowElement[]; isBehind: boolean }> {
    await this.last.catch(() => undefined);
    const seen = this.state.stamp;
    const answer = await this.ask(`rows?from=${from}&to=${to}`, { headers: PART });
    const body = document.createElement("tbody");
    body.innerHTML = await answer.text();
    return { rows: [...body.rows], isBehind: this.isStill(seen) && answer.headers.get("x-stamp") !== seen };
  }

  /** A block in a form that spreadsheets paste. */
  async copy({ top, bottom, left, right }: Block): Promise<string> {
    await this.last.catch(() => undefined);
    const answer = await this.ask(`copy?top=${top}&bottom=${bottom}&left=${left}&right=${right}`, { headers: PART });
    return answer.text();
  }

  /** Changes the table. */
  change(act: Act): Promise<Document> {
    const body = () => JSON.stringify({ stamp: this.state.stamp, act });
    return this.inTurn(() => this.send("change", { method: "POST", headers: { ...PART, "Content-Type": "application/json" }, body: body() }));
  }

  /** Sends a form, with the stamp of the table. */
  post(what: string, fields: Record<string, string> = {}): Promise<Document> {
    const body = () => new URLSearchParams({ ...fields, stamp: this.state.stamp });
    return this.inTurn(() => this.send(what, { method: "POST", headers: FORM, body: body() }));
  }

  /** Asks for the state of the table; null if this window has changed it meanwhile. */
  async see(what: "state" | "found"): Promise<Document | null> {
    await this.last.catch(() => undefined);
    const seen = this.state.stamp;
    const answer = await this.send(what, { headers: PART });
    return this.isStill(seen) ? answer : null;
  }

  /** Adopts the state in a response; returns whether it differs from the previous one. */
  adopt(answer: Document): boolean {
    const shown = part(answer, "#state");
    const before = this.state.stamp;
    this.state = read(shown);
    const old = part(document, "#state");
    // Details that the reader has opened stay open.
    const isOpen = old.querySelector("details")?.open ?? false;
    old.replaceWith(document.adoptNode(shown));
    shown.querySelector("details")?.toggleAttribute("open", isOpen);
    for (const field of document.querySelectorAll<HTMLInputElement>("[data-stamp-field]")) field.value = this.state.stamp;
    return this.state.stamp !== before;
  }

  /** A request starts when those before it are answered: each sends the stamp from the previous response. */
  private inTurn<T>(request: () => Promise<T>): Promise<T> {
    this.pending += 1;
    const turn = this.last.catch(() => undefined).then(request);
    this.last = turn.finally(() => (this.pending -= 1));
    return turn;
  }

  /** Whether this window has made no change since it had this stamp. */
  private isStill(stamp: string): boolean {
    return this.pending === 0 && stamp === this.state.stamp;
  }

  private async send(what: string, options: RequestInit): Promise<Document> {
    const answer = await this.ask(what, options);
    const read = new DOMParser().parseFromString(await answer.text(), "text/html");
    // The next request must send the stamp from this response.
    if (options.method === "POST") this.state.stamp = read.querySelector<HTMLElement>("#state")?.dataset["stamp"] ?? this.state.stamp;
    return read;
  }

  private async ask(what: string, options: RequestInit): Promise<Response> {
    const answer = await fetch(`${this.home}/${what}`, options);
    if (!answer.ok) throw new Refusal(answer.status, await answer.text());
    return answer;
  }
}

function read(shown: HTMLElement): State {
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

export function part(of: ParentNode, selector: string): HTMLElement {
  const found = of.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}
