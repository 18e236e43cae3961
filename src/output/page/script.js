"use strict";
(() => {
  const { sort, download } = document.body.dataset;
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const key = (cell) => cell.dataset.key ?? cell.textContent;
  const field = (text, delimiter) =>
    /["\n\r;,]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  // A text that begins like a formula gets an apostrophe, as in all tables of the program; so does what another delimiter
  // would split off.
  const harmless = (cell) => {
    const text = cell.textContent.trim();
    if (cell.classList.contains("figure")) return text.replace("\u2212", "-");
    const whole = text.replace(/[,;\t\r\n](?="*[=+\-@＝＋－＠])/g, "$&'");
    return /^[=+\-@＝＋－＠]/.test(whole) ? `'${whole}` : whole;
  };
  const order = (table, column, direction) => {
    const rows = [...table.tBodies[0].rows];
    const numeric = rows.every((row) => key(row.cells[column]) === "" || !Number.isNaN(Number(key(row.cells[column]))));
    const compare = numeric ? (a, b) => Number(a) - Number(b) : collator.compare;
    rows.sort((a, b) => direction * compare(key(a.cells[column]), key(b.cells[column])));
    table.tBodies[0].append(...rows);
  };
  for (const table of document.querySelectorAll("table")) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.title = sort;
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const ascending = head.getAttribute("aria-sort") !== "ascending";
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", ascending ? "ascending" : "descending");
        order(table, column, ascending ? 1 : -1);
      });
    });
    const save = document.createElement("button");
    save.type = "button";
    save.className = "download";
    save.textContent = `${download} (${table.dataset.file}.csv)`;
    save.addEventListener("click", () => {
      const { delimiter } = table.dataset;
      const lines = [...table.rows].map((row) => [...row.cells].map((cell) => field(harmless(cell), delimiter)).join(delimiter));
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob(["\ufeff", lines.join("\r\n"), "\r\n"], { type: "text/csv" }));
      link.download = `${table.dataset.file}.csv`;
      link.click();
      URL.revokeObjectURL(link.href);
    });
    table.closest(".table").append(save);
  }
  for (const map of document.querySelectorAll("svg.map")) {
    const card = document.createElement("p");
    card.className = "picked-card";
    card.setAttribute("aria-live", "polite");
    map.closest("figure").append(card);
    map.addEventListener("click", (event) => {
      const shape = event.target.closest(".area, .flow, .place");
      for (const picked of map.querySelectorAll(".picked")) picked.classList.remove("picked");
      shape?.classList.add("picked");
      card.textContent = shape?.querySelector("title")?.textContent ?? "";
    });
  }
})();
