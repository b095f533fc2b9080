// The review of a draft: shows one statement at a time beside the text, and sends each decision.
const messages = JSON.parse(document.getElementById('messages').textContent);
const desk = document.getElementById('desk');
const report = desk.dataset.report;
const api = `/api/report/${encodeURIComponent(report)}`;
const by = id => document.getElementById(id);
const chinese = document.documentElement.lang.startsWith('zh');
const say = (key, ...blanks) => (messages[key] ?? key).replace(/\{(\d)\}/g, (all, at) => blanks[at] ?? all);
const word = name => messages[`word.${name}`] ?? name;
const NAMES = ['project', 'facility', 'organisation', 'event', 'programme', 'place', 'product'];
const POLL = 3000;

const facts = new Map();
const indicators = new Map();
let names = {};
let parts = [];
let last = 0;
let current = null;
let busy = false;

// ---- the text: a paragraph for each line, offsets in code points

let source = ''; // the text
let units = null; // UTF-16 position of each code point; null where they are the same
const lines = []; // {start, node} in UTF-16 positions
const lineOf = new Map(); // by text node

function showText(words) {
  if (/[\ud800-\udbff]/.test(words)) {
    units = new Uint32Array(words.length + 1);
    let point = 0;
    for (let at = 0; at < words.length; at += words.codePointAt(at) > 0xffff ? 2 : 1) units[point++] = at;
    units[point] = words.length;
  }
  let start = 0;
  const all = document.createDocumentFragment();
  for (const line of words.split('\n')) {
    if (line.trim()) {
      const paragraph = document.createElement('p');
      const node = document.createTextNode(line);
      paragraph.append(node);
      all.append(paragraph);
      lines.push({start, node});
      lineOf.set(node, lines[lines.length - 1]);
    }
    start += line.length + 1;
  }
  by('text').replaceChildren(all);
}

const unit = point => units ? units[point] : point;

/** The code point at a UTF-16 position. */
function point(at) {
  if (!units) return at;
  let low = 0;
  let high = units.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (units[middle] <= at) low = middle; else high = middle - 1;
  }
  return low;
}

function lineAt(at) {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle].start <= at) low = middle; else high = middle - 1;
  }
  return lines[low];
}

const rangeOf = fact => rangeBetween(Number(fact.cells.start), Number(fact.cells.end));

/** Between two code points. */
function rangeBetween(from, to) {
  const start = unit(from);
  const end = unit(to);
  const first = lineAt(start);
  const final = lineAt(end - 1);
  const range = document.createRange();
  range.setStart(first.node, Math.min(start - first.start, first.node.length));
  range.setEnd(final.node, Math.min(end - final.start, final.node.length));
  return range;
}

const highlights = typeof Highlight === 'function' && 'highlights' in CSS;
by('nohighlight').hidden = highlights;

function paint() {
  if (!highlights) return;
  const ranges = {open: [], accepted: []};
  for (const fact of facts.values()) ranges[fact.status]?.push(rangeOf(fact));
  CSS.highlights.set('open', new Highlight(...ranges.open));
  CSS.highlights.set('accepted', new Highlight(...ranges.accepted));
}

function mark(range) {
  by('text').querySelectorAll('.now').forEach(one => one.classList.remove('now'));
  const paragraph = range.startContainer.parentElement;
  paragraph.classList.add('now');
  if (highlights) {
    const highlight = new Highlight(range);
    highlight.priority = 1;
    CSS.highlights.set('fact', highlight);
  }
  paragraph.scrollIntoView({block: 'nearest'});
  const box = by('text').getBoundingClientRect();
  const words = range.getBoundingClientRect();
  if (words.top < box.top + 40 || words.bottom > box.bottom - 40) {
    by('text').scrollTop += words.top - box.top - box.height / 3;
  }
  const before = document.createRange();
  before.setStart(range.startContainer, Math.max(0, range.startOffset - 40));
  before.setEnd(range.startContainer, range.startOffset);
  const after = document.createRange();
  after.setStart(range.endContainer, range.endOffset);
  after.setEnd(range.endContainer, Math.min(range.endContainer.length, range.endOffset + 25));
  const words2 = document.createElement('mark');
  words2.textContent = range.toString();
  by('quote').replaceChildren(before.toString(), words2, after.toString());
}

by('text').addEventListener('click', event => {
  const spot = document.caretPositionFromPoint?.(event.clientX, event.clientY);
  const line = spot && lineOf.get(spot.offsetNode);
  if (!line || !getSelection().isCollapsed || pending) return;
  const at = line.start + spot.offset;
  const hit = [...facts.values()]
    .filter(fact => unit(Number(fact.cells.start)) <= at && at <= unit(Number(fact.cells.end)))
    .sort((one, other) => (other.cells.value ? 1 : 0) - (one.cells.value ? 1 : 0))[0];
  if (hit) show(hit.id, false);
});

// ---- the selection in the text: by the mouse, by keys, or by a screen reader

const textBox = by('text');
let picked = null; // {start, end} in code points
let anchor = null; // where a selection by keys begins and ends, in UTF-16 positions
let caret = null;

/** The UTF-16 position of a boundary of a range in the text. */
function positionOf(container, offset) {
  const line = lineOf.get(container);
  if (line) return line.start + offset;
  const after = container.childNodes[offset];
  if (after) return lineOf.get(after.nodeType === Node.TEXT_NODE ? after : after.firstChild).start;
  let before = container;
  while (before.lastChild) before = before.lastChild;
  const final = lineOf.get(before);
  return final.start + before.length;
}

document.addEventListener('selectionchange', () => {
  const selection = getSelection();
  if (!selection.rangeCount) return;
  const range = selection.getRangeAt(0);
  if (!textBox.contains(range.startContainer) || !textBox.contains(range.endContainer)) return;
  if (range.collapsed) { pick(null); return; }
  let start = positionOf(range.startContainer, range.startOffset);
  let end = positionOf(range.endContainer, range.endOffset);
  const words = wordsBetween(start, end);
  start += words.length - words.trimStart().length;
  end -= words.length - words.trimEnd().length;
  pick(start < end ? {start: point(start), end: point(end)} : null);
});

function wordsBetween(start, end) { return source.slice(start, end); }
const wordsOf = span => wordsBetween(unit(span.start), unit(span.end));

function pick(span) {
  picked = span;
  by('picked').hidden = !span;
  by('pickhelp').hidden = Boolean(span);
  if (!span) { if (highlights) CSS.highlights.delete('picked'); return; }
  if (highlights) {
    const highlight = new Highlight(rangeBetween(span.start, span.end));
    highlight.priority = 2;
    CSS.highlights.set('picked', highlight);
    CSS.highlights.delete('caret');
  }
  const words = wordsOf(span);
  by('pickedwords').textContent = words.length > 60 ? `${words.slice(0, 40)}…${words.slice(-15)}` : words;
  by('pickedcount').textContent = say('pick.count', span.end - span.start);
}

/** The next boundary between characters, or between clauses. */
function boundary(at, forward, clause) {
  let to = at;
  do {
    const line = lineAt(to);
    const end = line.start + line.node.length;
    if (forward && to >= end) to = lines[lines.indexOf(line) + 1]?.start ?? end;
    else if (!forward && to <= line.start) {
      const before = lines[lines.indexOf(line) - 1];
      to = before ? before.start + before.node.length : line.start;
    } else {
      to += forward ? 1 : -1;
      if (/[\udc00-\udfff]/.test(source[to] ?? '') && /[\ud800-\udbff]/.test(source[to - 1] ?? '')) to += forward ? 1 : -1;
    }
  } while (clause && to > 0 && to < source.length && !/[，。；、：！？\n]/.test(source[forward ? to : to - 1] ?? '\n'));
  return to;
}

textBox.addEventListener('keydown', event => {
  if (!['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key) || event.altKey || event.metaKey) return;
  event.preventDefault();
  const selection = getSelection();
  if (caret === null || !textBox.contains(selection.focusNode)) {
    const fact = facts.get(current);
    caret = fact ? unit(Number(fact.cells.start)) : lines[0].start;
    anchor = caret;
  } else if (lineOf.has(selection.focusNode)) {
    caret = positionOf(selection.focusNode, selection.focusOffset);
    anchor = positionOf(selection.anchorNode, selection.anchorOffset);
  }
  const line = lineAt(caret);
  if (event.key === 'Home') caret = line.start;
  else if (event.key === 'End') caret = line.start + line.node.length;
  else caret = boundary(caret, event.key === 'ArrowRight', event.ctrlKey);
  if (!event.shiftKey) anchor = caret;
  const from = lineAt(anchor);
  const to = lineAt(caret);
  selection.setBaseAndExtent(from.node, anchor - from.start, to.node, caret - to.start);
  to.node.parentElement.scrollIntoView({block: 'nearest'});
  if (anchor === caret) {
    const end = Math.min(to.start + to.node.length, boundary(caret, true, false));
    if (highlights && end > caret) CSS.highlights.set('caret', new Highlight(rangeBetween(point(caret), point(end))));
    announce(source.slice(caret, Math.max(end, caret)));
  } else {
    announce(source.slice(Math.min(anchor, caret), Math.max(anchor, caret)));
  }
});

// ---- the queue

const filters = by('filters');
const isName = fact => NAMES.includes(fact.cells.kind);
const partOf = fact => parts.findIndex(part => part.start <= fact.cells.start && fact.cells.start < part.end);
const position = (one, other) => one.cells.start - other.cells.start || one.cells.end - other.cells.end;

function fits(fact) {
  const wanted = Object.fromEntries(new FormData(filters));
  return (!wanted.state || (fact.status === 'open') === (wanted.state === 'open'))
    && (!wanted.kind || (wanted.kind === 'name' ? isName(fact) : fact.cells.kind === wanted.kind))
    && (!wanted.part || partOf(fact) === Number(wanted.part))
    && (!wanted.doubt || (wanted.doubt === 'sure' ? fact.sure : fact.doubts.includes(wanted.doubt)));
}

function queue() {
  const weight = fact => fact.sure ? 0 : 1 + fact.doubts.length;
  const byDoubt = filters.elements.order.value === 'doubt';
  return [...facts.values()].filter(fact => fits(fact) || fact.id === current)
    .sort((one, other) => (byDoubt ? weight(other) - weight(one) : 0) || position(one, other));
}

function step(by, wanted = () => true) {
  const all = queue();
  const at = all.findIndex(fact => fact.id === current);
  for (let next = at + by; next >= 0 && next < all.length; next += by) {
    if (fits(all[next]) && wanted(all[next])) { show(all[next].id); return; }
  }
  const rest = all.filter(fact => fits(fact) && wanted(fact) && fact.id !== current);
  if (rest.length) show((by > 0 ? rest[0] : rest[rest.length - 1]).id);
  else if (!all.some(fits)) showNone();
  else show(all.find(fits).id);
}

function showNone() {
  current = null;
  by('factname').textContent = say('none');
  for (const id of ['state', 'quote', 'cells', 'checks']) by(id).replaceChildren();
  CSS.highlights?.delete('fact');
  by('bulk').hidden = true;
  close();
}

// ---- one statement

function title(fact) {
  const known = indicators.get(fact.cells.indicator);
  return known ? (chinese ? known.zh : known.en)
    : (chinese ? fact.cells.label_zh : fact.cells.label_en || fact.cells.label_zh) || fact.cells.about || fact.id;
}

const grouped = number => {
  const value = Number(number);
  if (!Number.isFinite(value)) return number;
  return value.toLocaleString(chinese ? 'zh-Hans-CN' : 'en', {maximumFractionDigits: 6,
    ...(Math.abs(value) >= 1e6 ? {notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 4} : {})});
};

function rows(fact) {
  const cells = fact.cells;
  const rows = [['kind', word(cells.kind)]];
  const add = (column, value) => { if (value) rows.push([column, value]); };
  if (cells.indicator) {
    const known = indicators.get(cells.indicator);
    add('indicator', known ? `${known.zh} · ${known.en} (${cells.indicator})` : cells.indicator);
  }
  add('label_zh', cells.label_zh);
  add('label_en', cells.label_en);
  add('statedValue', cells.statedValue && `${cells.statedValue} ${cells.statedUnit ?? ''}`);
  add('value', cells.value && `${grouped(cells.value)} ${cells.unit ?? ''}`);
  add('min', cells.min && `${grouped(cells.min)} – ${grouped(cells.max)} ${cells.unit ?? ''}`);
  add('bound', cells.bound && word(cells.bound));
  add(cells.due ? 'due' : 'year', cells.due ?? cells.year);
  if (cells.periodKind && cells.periodKind !== 'year') add('periodKind', `${word(cells.periodKind)}: ${cells.period}`);
  add('printedSubject', cells.printedSubject);
  add('place', cells.place);
  add('about', cells.about);
  add('status', cells.status && word(cells.status));
  add('strength', cells.strength && word(cells.strength));
  return rows;
}

function element(tag, text, className = '') {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

function show(id, focus = true) {
  const fact = facts.get(id);
  if (!fact) { showNone(); return; }
  current = id;
  close();
  by('factname').textContent = title(fact);
  const reasons = fact.added ? [element('span', say('added'), 'tag')] : fact.sure ? [element('span', say('sure'), 'tag')]
    : fact.doubts.map(reason => element('span', messages[`doubt.${reason}`] ?? reason, 'tag doubt'));
  by('state').replaceChildren(
    element('span', fact.status === 'open' ? say('open') : say('by', say(fact.status), fact.by), 'kind'), ...reasons);
  by('cells').replaceChildren(...rows(fact).flatMap(([column, value]) =>
    [element('dt', say(`column.${column}`)), element('dd', value)]));
  mark(rangeOf(fact));
  compare(id);
  const many = same(fact).length;
  by('bulk').hidden = many < 2;
  by('bulk').firstChild.textContent = say('bulk', many) + ' ';
  if (focus) by('factname').focus({preventScroll: true});
}

async function compare(id) {
  by('checks').replaceChildren();
  const answer = await fetch(`${api}/checks?fact=${encodeURIComponent(id)}`).then(ok => ok.ok ? ok.json() : [], () => []);
  if (id !== current || !answer.length) return;
  const list = document.createElement('ul');
  for (const finding of answer) {
    const expected = grouped(finding.expected);
    const found = grouped(finding.found);
    const first = finding.others[0];
    let blanks = [expected, found];
    if (finding.check === 'growth') {
      const level = finding.others[1] && facts.get(id)?.cells.unit === 'PERCENT' ? finding.others[1] : finding.figure;
      blanks = [grouped(first.low), grouped(level.low), signed(finding.expected), signed(finding.found)];
    } else if (finding.check === 'year_before') {
      const change = 100 * (Number(finding.found) - Number(finding.expected)) / Math.abs(Number(finding.expected));
      blanks = [expected, found, Number.isFinite(change) ? signed(change.toFixed(1)) : '–'];
    }
    const item = element('li', say(`check.${finding.check}.${finding.agrees ? 'agrees' : 'differs'}`, ...blanks),
      finding.agrees ? '' : 'differs');
    if (first) item.append(' ', element('small', `(${first.report}, ${first.year})`));
    list.append(item);
  }
  by('checks').replaceChildren(element('h3', say('checks')), list);
}

const signed = number => `${Number(number) > 0 ? '+' : ''}${Number(number).toLocaleString(chinese ? 'zh-Hans-CN' : 'en')}`;

function progress() {
  const count = status => [...facts.values()].filter(fact => fact.status === status).length;
  by('progress').textContent = say('progress', count('open'), count('accepted'), count('rejected'));
}

function announce(words) { by('said').textContent = words; }
function complain(words) { by('wrong').textContent = words; by('wrong').hidden = !words; }

// ---- deciding

const reviewer = by('reviewer');
reviewer.value = desk.dataset.reviewer || localStorage.getItem('reviewer') || '';
reviewer.readOnly = Boolean(desk.dataset.reviewer);
reviewer.addEventListener('change', () => localStorage.setItem('reviewer', reviewer.value.trim()));

async function post(what, body) {
  if (!reviewer.value.trim()) {
    reviewer.closest('details').open = true;
    reviewer.focus();
    complain(say('said.reviewer'));
    return null;
  }
  if (busy) return null;
  busy = true;
  try {
    const answer = await fetch(`${api}/${what}`, {method: 'POST', headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({reviewer: reviewer.value.trim(), ...body})});
    if (![200, 409, 422].includes(answer.status)) {
      complain(say('said.failed', (await answer.text()).trim()));
      return null;
    }
    return {status: answer.status, ...await answer.json()};
  } catch {
    complain(say('said.failed', say('said.offline')));
    return null;
  } finally {
    busy = false;
  }
}

function take(some) {
  for (const fact of some) {
    if (fact.status === 'removed') { facts.delete(fact.id); continue; }
    facts.set(fact.id, fact);
    if (fact.status === 'accepted' && isName(fact)) names[fact.cells.label_zh] = fact.cells.label_en;
  }
  paint();
  progress();
}

/** A statement that was named before gets the English name that it got then. */
function request(fact, action) {
  const known = !fact.cells.label_en && !fact.cells.indicator && action === 'accept'
    && (names[fact.cells.label_zh]
      ?? [...facts.values()].find(other => other.status === 'accepted' && other.cells.label_en
        && other.cells.label_zh === fact.cells.label_zh)?.cells.label_en);
  return known ? {fact: fact.id, version: fact.version, action: 'correct', cells: {label_en: known}}
    : {fact: fact.id, version: fact.version, action};
}

async function decide(requests, said) {
  complain('');
  const answer = await post('decisions', {decisions: requests});
  if (!answer) return false;
  take([...answer.decided, ...answer.conflicts]);
  const conflict = answer.conflicts[0];
  if (conflict) {
    const words = say('said.conflict', conflict.by, say(conflict.status));
    if (requests.length === 1) { if (facts.has(conflict.id)) show(conflict.id); else step(1); }
    complain(words);
    return false;
  }
  const refused = Object.values(answer.refused).flat();
  if (refused.length && requests.length === 1) {
    edit();
    for (const field of by('form').querySelectorAll('.field')) field.removeAttribute('aria-invalid');
    for (const reason of refused) {
      const column = reason.column === 'due' ? 'year' : reason.column;
      const field = by('form').querySelector(`[data-column="${column}"]`);
      field?.setAttribute('data-wrong', '');
      field?.querySelector('input, select')?.setAttribute('aria-invalid', 'true');
    }
    by('form').querySelector('[aria-invalid]')?.focus();
    complain([...new Set(refused.map(reason => say(`refused.${reason.code}`, reason.detail)))].join('; '));
    return false;
  }
  announce(said(answer));
  return true;
}

async function act(action, cells) {
  const fact = facts.get(current);
  if (!fact) return;
  const one = cells ? {fact: fact.id, version: fact.version, action, cells} : request(fact, action);
  const decided = await decide([one], () => say(action === 'reject' ? 'said.rejected' : 'said.accepted'));
  if (decided) step(1);
}

async function undo() {
  complain('');
  const answer = await post('undo', {});
  if (!answer) return;
  take(answer.facts);
  const fact = answer.facts[0];
  if (!fact) { announce(say('said.nothing')); return; }
  if (facts.has(fact.id)) show(fact.id); else step(1);
  if (answer.status === 409) complain(say('said.conflict', fact.by, say(fact.status)));
  else announce(say('said.undone', title(fact)));
}

const pattern = fact => JSON.stringify([fact.cells.kind, fact.cells.indicator ?? fact.cells.label_zh, fact.cells.unit,
  fact.cells.statedUnit, fact.cells.bound, fact.cells.periodKind, fact.cells.printedSubject, fact.doubts]);

function same(fact) {
  const mine = pattern(fact);
  return [...facts.values()].filter(other => other.status === 'open' && pattern(other) === mine).sort(position);
}

function bulk() {
  const fact = facts.get(current);
  const all = fact ? same(fact) : [];
  if (all.length < 2) return;
  by('samewhat').textContent = say('bulk.what', all.length);
  by('samelist').replaceChildren(...all.map(one => element('li', quoteOf(one))));
  by('same').showModal();
}

function quoteOf(fact) {
  const range = rangeOf(fact);
  range.setStart(range.startContainer, Math.max(0, range.startOffset - 25));
  return `${range.toString()} · ${fact.cells.due ?? fact.cells.year ?? ''}`;
}

by('sameyes').addEventListener('click', async () => {
  const all = same(facts.get(current));
  by('same').close();
  let left = 0;
  const decided = await decide(all.map(one => request(one, 'accept')), answer => {
    left = all.length - answer.decided.length;
    return say('said.bulk', answer.decided.length, left);
  });
  if (decided && left === 0) step(1); else if (decided) { show(current); complain(by('said').textContent); }
});
by('sameno').addEventListener('click', () => by('same').close());

// ---- the form

const form = by('form');

function edit() {
  const fact = facts.get(current);
  if (!fact || !form.hidden) return;
  open(fact.cells);
}

/** Opens the form with these cells. */
function open(cells) {
  for (const field of form.elements) {
    if (field.name) field.value = cells[field.name] ?? '';
    field.removeAttribute('aria-invalid');
  }
  form.elements.year.value = cells.due ?? cells.year ?? '';
  if (!form.elements.label_en.value && names[cells.label_zh]) form.elements.label_en.value = names[cells.label_zh];
  if (cells.status === 'underWay') form.elements.status.value = 'underConstruction';
  by('names').replaceChildren(...Object.keys(names).map(name => Object.assign(document.createElement('option'), {value: name})));
  fields();
  named();
  form.hidden = false;
  by('correct').setAttribute('aria-expanded', 'true');
  form.elements.kind.focus();
}

let pending = null; // a selection whose statement is in the form: {adds, reading, cells}

/** The selected characters, and what the server reads in them. */
async function reading() {
  if (!picked) { complain(say('pick.none')); return null; }
  const answer = await fetch(`${api}/reading?start=${picked.start}&end=${picked.end}`).catch(() => null);
  if (!answer?.ok) {
    complain(say('said.failed', answer ? (await answer.text()).trim() : say('said.offline')));
    return null;
  }
  return answer.json();
}

const readOf = (read, kind) => kind === 'ranking' ? read.ranking : read.figure;
const FROM_TEXT = ['value', 'min', 'max', 'statedValue', 'statedUnit', 'bound', 'unit'];

/** Opens the form for a new statement. */
async function add() {
  const read = await reading();
  if (!read) return;
  const words = wordsOf(read);
  close();
  const kind = !read.figure.failure ? (read.plan ? 'target' : 'outcome') : !read.ranking.failure ? 'ranking'
    : read.figure.failure === 'span-none' ? 'facility' : read.plan ? 'target' : 'outcome';
  pending = {adds: true, reading: read, words, cells: {}};
  by('factname').textContent = say('new');
  for (const id of ['state', 'cells', 'checks']) by(id).replaceChildren();
  by('decide').hidden = true;
  mark(rangeBetween(read.start, read.end));
  prefill(kind);
  open(pending.cells);
}

/** What the text says of a new statement of a kind. */
function prefill(kind) {
  const read = pending.reading;
  const name = NAMES.includes(kind);
  const plan = kind === 'target' || kind === 'commitment';
  pending.cells = {kind, year: read.year, place: name ? '' : draft.place, label_zh: name ? pending.words : '',
    strength: plan ? 'intended' : '',
    ...(name || kind === 'commitment' ? {} : {periodKind: 'year', period: read.year, ...readOf(read, kind).cells})};
  const failure = name || kind === 'commitment' ? '' : readOf(read, kind).failure;
  complain(failure ? say(`refused.${failure}`) : '');
}

/** Opens the form for the present statement, with the selection as its span. */
async function respan() {
  const fact = facts.get(current);
  if (!fact || pending?.adds) return;
  const read = await reading();
  if (!read) return;
  close();
  const cells = {...fact.cells};
  let failure = '';
  if (cells.value || cells.min) {
    const found = readOf(read, cells.kind);
    failure = found.failure;
    if (!failure) {
      FROM_TEXT.forEach(column => delete cells[column]);
      Object.assign(cells, found.cells);
    }
  }
  pending = {adds: false, reading: read, cells};
  mark(rangeBetween(read.start, read.end));
  open(cells);
  if (failure) complain(say(`refused.${failure}`)); else announce(say('pick.span'));
}

function close() {
  pending = null;
  by('decide').hidden = false;
  form.hidden = true;
  by('correct').setAttribute('aria-expanded', 'false');
  complain('');
}

/** Shows the fields that the kind of the statement has. */
function fields() {
  const kind = form.elements.kind.value;
  const name = NAMES.includes(kind);
  if (pending?.adds && kind !== pending.cells.kind) {
    prefill(kind);
    for (const [column, value] of Object.entries({value: '', min: '', max: '', statedValue: '', statedUnit: '', bound: '',
      ...pending.cells})) {
      if (form.elements[column]) form.elements[column].value = value;
    }
  }
  const cells = pending?.cells ?? facts.get(current)?.cells ?? {};
  const figure = Boolean(cells.value || cells.min);
  const ranged = Boolean(cells.min);
  const shown = {
    indicator: figure, statedValue: figure && !ranged && cells.statedUnit, statedUnit: figure && !ranged && cells.statedUnit,
    value: figure && !ranged && !cells.statedUnit, min: ranged, max: ranged, bound: figure, periodKind: figure, period: figure,
    printedSubject: figure, label_zh: figure || name, label_en: figure || name, about: !name, status: name || !figure,
    strength: kind === 'target' || kind === 'commitment', place: !name};
  for (const [column, visible] of Object.entries(shown)) {
    form.querySelector(`[data-column="${column}"]`).hidden = !visible;
  }
}
form.elements.kind.addEventListener('change', fields);

form.addEventListener('submit', event => {
  event.preventDefault();
  const fact = pending?.adds ? {cells: {}} : facts.get(current);
  const cells = pending ? {start: String(pending.reading.start), end: String(pending.reading.end)} : {};
  for (const field of form.elements) {
    if (!field.name || field.closest('[hidden]')) continue;
    const value = field.value.trim();
    const before = field.name === 'year' ? fact.cells.due ?? fact.cells.year ?? '' : fact.cells[field.name] ?? '';
    if (value !== before) cells[field.name] = value;
  }
  if (pending?.adds) create(cells); else act('correct', cells);
});

async function create(cells) {
  let made = null;
  const decided = await decide([{action: 'add', cells}], answer => {
    made = answer.decided[0];
    return say('said.added');
  });
  if (!decided) return;
  getSelection().removeAllRanges();
  pick(null);
  show(made.id);
}

function cancel() {
  const added = pending?.adds;
  const moved = pending !== null;
  close();
  if (moved && facts.has(current)) show(current, false);
  if (added) textBox.focus(); else by('correct').focus();
}
by('cancel').addEventListener('click', cancel);

// ---- search over the indicators, by their names and other names

const box = by('indicator');
const list = by('indicators');
let hits = [];
let chosen = -1;

function search() {
  const wanted = box.value.trim().toLowerCase();
  const scored = [];
  for (const one of indicators.values()) {
    const all = [one.id, one.zh, one.en, ...one.aliases].map(name => name.toLowerCase());
    const exact = all.some(name => name === wanted);
    const begins = all.some(name => name.startsWith(wanted) || name.startsWith(`v:${wanted}`));
    if (wanted && all.some(name => name.includes(wanted))) scored.push([exact ? 0 : begins ? 1 : 2, one.zh.length, one]);
  }
  hits = scored.sort((one, other) => one[0] - other[0] || one[1] - other[1]).slice(0, 12).map(entry => entry[2]);
  chosen = -1;
  suggest();
}

function suggest() {
  list.replaceChildren(...hits.map((hit, at) => {
    const item = element('li', `${hit.zh} · ${hit.en} (${hit.unit})`);
    item.id = `indicator-${at}`;
    item.role = 'option';
    item.setAttribute('aria-selected', String(at === chosen));
    item.addEventListener('mousedown', event => { event.preventDefault(); choose(hit); });
    return item;
  }));
  list.hidden = hits.length === 0;
  box.setAttribute('aria-expanded', String(!list.hidden));
  if (chosen >= 0) box.setAttribute('aria-activedescendant', `indicator-${chosen}`);
  else box.removeAttribute('aria-activedescendant');
  list.children[chosen]?.scrollIntoView({block: 'nearest'});
}

function named() {
  const known = indicators.get(box.value.trim());
  by('indicatorname').textContent = known ? `${known.zh} · ${known.en} (${known.unit})` : '';
}

function choose(hit) { box.value = hit.id; hits = []; chosen = -1; suggest(); named(); }

box.addEventListener('input', () => { search(); named(); });
box.addEventListener('blur', () => { hits = []; chosen = -1; suggest(); });
box.addEventListener('keydown', event => {
  if (event.key === 'Escape' && hits.length) { event.stopPropagation(); hits = []; suggest(); }
  if (hits.length && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    event.preventDefault();
    chosen = (chosen + (event.key === 'ArrowDown' ? 1 : -1) + hits.length + (chosen < 0 && event.key === 'ArrowUp' ? 1 : 0)) % hits.length;
    suggest();
  }
  if (event.key === 'Enter' && hits.length) { event.preventDefault(); choose(hits[Math.max(0, chosen)]); }
});

// ---- buttons and keys

const actions = {
  a: () => act('accept'), r: () => act('reject'), c: edit, s: () => step(1), p: () => step(-1),
  n: () => step(1, fact => !fact.sure && fact.status === 'open'), u: undo, b: bulk, i: add, e: respan};
for (const [id, key] of Object.entries({accept: 'a', reject: 'r', skip: 's', back: 'p', doubt: 'n', undo: 'u', bulk: 'b', add: 'i', respan: 'e'})) {
  by(id).addEventListener('click', actions[key]);
}
by('correct').addEventListener('click', () => { if (form.hidden) edit(); else close(); });
by('keys').checked = localStorage.getItem('keys') !== 'off';
by('keys').addEventListener('change', () => localStorage.setItem('keys', by('keys').checked ? 'on' : 'off'));
document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && !form.hidden) { cancel(); return; }
  const typing = event.target.closest?.('input:not([type=checkbox]), select, textarea, dialog');
  if (typing || event.ctrlKey || event.metaKey || event.altKey || event.repeat || !by('keys').checked) return;
  const action = actions[event.key.toLowerCase()];
  if (action && !pending?.adds) { event.preventDefault(); action(); }
});
filters.addEventListener('change', () => {
  const all = queue().filter(fits);
  if (all.length) show(all[0].id, false); else showNone();
});

// ---- start, and what others decide meanwhile

async function poll() {
  try {
    const answer = await fetch(`${api}/changes?since=${last}`).then(response => response.ok ? response.json() : null);
    if (answer) {
      last = answer.last;
      const changed = answer.facts.filter(fact => (facts.get(fact.id)?.version ?? -1) < fact.version);
      if (changed.length) {
        take(changed);
        const mine = changed.find(fact => fact.id === current);
        if (mine && mine.status === 'removed') step(1);
        else if (mine && form.hidden) {
          show(mine.id, false);
          announce(say('by', say(mine.status), mine.by));
        }
      }
    }
  } catch { /* the next decision says that the server does not answer */ }
  setTimeout(poll, POLL);
}

const [draft, text, listed] = await Promise.all([
  fetch(api).then(answer => answer.json()),
  fetch(`${api}/text`).then(answer => answer.text()),
  fetch('/api/indicators').then(answer => answer.json())]);
listed.forEach(one => indicators.set(one.id, one));
names = draft.names;
parts = draft.parts;
last = draft.last;
source = text;
showText(text);
draft.facts.forEach(fact => facts.set(fact.id, fact));
parts.forEach((part, at) => {
  if (draft.facts.some(fact => partOf(fact) === at)) {
    filters.elements.part.append(Object.assign(document.createElement('option'), {value: at, textContent: `${at + 1}. ${say(`role.${part.role}`)}`}));
  }
});
for (const reason of [...new Set(draft.facts.flatMap(fact => fact.doubts))].sort()) {
  filters.elements.doubt.append(Object.assign(document.createElement('option'), {value: reason, textContent: messages[`doubt.${reason}`] ?? reason}));
}
filters.elements.doubt.append(Object.assign(document.createElement('option'), {value: 'sure', textContent: say('sure')}));
paint();
progress();
step(1);
desk.dataset.ready = 'true';
setTimeout(poll, POLL);
