// The SPARQL editor: CodeMirror with completion from our own ontology and data, and Jena's own errors.
import {EditorState} from '@codemirror/state';
import {EditorView, keymap, lineNumbers, highlightActiveLine, drawSelection} from '@codemirror/view';
import {defaultKeymap, history, historyKeymap, indentWithTab} from '@codemirror/commands';
import {StreamLanguage, HighlightStyle, syntaxHighlighting, bracketMatching} from '@codemirror/language';
import {autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap} from '@codemirror/autocomplete';
import {linter} from '@codemirror/lint';
import {searchKeymap, highlightSelectionMatches} from '@codemirror/search';
import {sparql} from '@codemirror/legacy-modes/mode/sparql';
import {tags} from '@lezer/highlight';

const colours = HighlightStyle.define([
  {tag: tags.keyword, color: 'light-dark(#7a2a7d, #e2a4e6)', fontWeight: '600'},
  {tag: tags.variableName, color: 'light-dark(#1f5a9c, #9cc7ff)'},
  {tag: tags.string, color: 'light-dark(#1d6b3c, #8fdcab)'},
  {tag: tags.comment, color: 'var(--soft)'},
  {tag: [tags.atom, tags.number], color: 'light-dark(#8a5200, #f2c27c)'},
  {tag: tags.standard(tags.variableName), color: 'light-dark(#7a2a7d, #e2a4e6)'},
]);
const look = EditorView.theme({
  '&': {fontSize: '.95rem', color: 'var(--ink)'},
  '.cm-content': {fontFamily: 'ui-monospace, "Cascadia Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace', caretColor: 'var(--ink)', padding: '.6rem 0'},
  '.cm-gutters': {background: 'var(--paper)', color: 'var(--soft)', border: 'none'},
  '.cm-activeLine': {background: 'light-dark(#f3f1ea80, #262e3180)'},
  '.cm-cursor': {borderLeftColor: 'var(--ink)'},
  '&.cm-focused': {outline: '.15rem solid var(--link)', outlineOffset: '-.15rem'},
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': {background: 'light-dark(#cfe4e6, #2c4b50) !important'},
  '.cm-tooltip': {background: 'var(--card)', color: 'var(--ink)', border: '1px solid var(--line)'},
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {background: 'light-dark(#0f5c63, #17727b)', color: '#fff'},
  '.cm-completionDetail': {fontStyle: 'normal', marginInlineStart: '1rem'},
  '.cm-diagnostic': {color: 'var(--ink)'},
});

let vocabulary;
const load = () => vocabulary ??= fetch('/api/vocabulary').then(response => response.json());

/** Cuts a query into the tokens that decide what may come next. */
function tokens(text) {
  return [...text.matchAll(/#[^\n]*|"(?:[^"\\]|\\.)*"(?:@[\w-]+|\^\^\S+)?|<[^>\s]*>|[?$]\w+|[\w-]*:[\w.-]*[\w-]|[\w-]*:|[A-Za-z]\w*|[{}();,./|^!*+=<>-]|[\d.]+/g)]
    .map(found => found[0]).filter(token => !token.startsWith('#') || token.length < 1);
}

/** Where the cursor stands: subject, predicate or object, of which subject and predicate; and the class of each subject. */
export function place(text) {
  const classes = new Map();
  let expect = 'subject';
  let subject = '';
  let predicate = '';
  let inside = 0;
  let path = false;
  for (const token of tokens(text)) {
    if (token === '{') { inside++; expect = 'subject'; }
    else if (token === '}') { inside--; expect = 'subject'; }
    else if (token === ';') expect = 'predicate';
    else if (token === ',') expect = 'object';
    else if (token === '.') expect = 'subject';
    else if ('/|^!*+'.includes(token)) { path = true; if (expect === 'object') expect = 'predicate'; }
    else if (inside === 0 || '()=<>-'.includes(token) || /^(filter|optional|minus|bind|values|union|exists|not|service|graph|select|where|as)$/i.test(token)) continue;
    else if (expect === 'subject') { subject = token; expect = 'predicate'; }
    else if (expect === 'predicate') { predicate = token; expect = 'object'; path = false; }
    else {
      if (predicate === 'a' && !path) classes.set(subject, token);
      expect = 'end';
    }
  }
  return {expect: inside > 0 ? expect : 'none', subject, predicate, classes};
}

function above(name, classes) {
  const chain = new Set();
  const climb = one => {
    if (chain.has(one)) return;
    chain.add(one);
    classes.find(known => known.name === one)?.of.forEach(climb);
  };
  if (name) climb(name);
  return chain;
}

function below(name, classes) {
  const all = new Set([name]);
  for (let grew = true; grew;) {
    grew = false;
    for (const one of classes) if (!all.has(one.name) && one.of.some(up => all.has(up))) { all.add(one.name); grew = true; }
  }
  return all;
}

/** What fits at a place, the best first. */
export function fitting(at, known) {
  const {classes, properties, words, things} = known;
  const option = (one, type, boost) => ({label: one.name, zh: one.zh, en: one.en, type, boost: boost + Math.log2(1 + (one.told ?? 0))});
  if (at.expect === 'predicate') {
    const chain = above(at.classes.get(at.subject), classes);
    const fits = one => chain.size === 0 ? 0 : one.of.length === 0 ? 20 : one.of.some(domain => chain.has(domain)) ? 60 : -60;
    return [{label: 'a', zh: '类型', en: 'type', type: 'keyword', boost: chain.size ? -10 : 80}, ...properties.map(one => option(one, 'property', fits(one)))];
  }
  if (at.expect === 'object' && at.predicate === 'a') {
    return [...classes.map(one => option(one, 'class', 80)), ...things.map(one => option(one, 'constant', -60))];
  }
  if (at.expect === 'object') {
    const range = properties.find(one => one.name === at.predicate)?.gives ?? [];
    const wanted = new Set(range.flatMap(one => [...below(one, classes), ...above(one, classes)]));
    const fits = one => [one.of].flat().some(kind => wanted.has(kind)) ? 60 : -40;
    return [...words.map(one => option(one, 'enum', fits(one))), ...things.map(one => option(one, 'constant', fits(one)))];
  }
  return [...things.map(one => option(one, 'constant', 10)), ...classes.map(one => option(one, 'class', 0)), ...properties.map(one => option(one, 'property', 0))];
}

function score(one, typed) {
  if (!typed) return 1;
  const text = typed.toLowerCase();
  const names = [one.label.toLowerCase(), one.label.toLowerCase().replace(/^[\w-]*:/, ''), one.zh, one.en.toLowerCase()];
  return names.some(name => name === text) ? 3 : names.some(name => name.startsWith(text)) ? 2 : names.some(name => name.includes(text)) ? 1 : 0;
}

/** Inserts a name, and above the query the prefix that it needs and the query lacks. */
function insert(view, completion, from, to, prefixes) {
  const prefix = completion.label.match(/^([\w-]*):/)?.[1];
  const text = view.state.doc.toString();
  const missing = prefix !== undefined && prefixes[prefix] && !new RegExp(`prefix\\s+${prefix}:`, 'i').test(text);
  const line = missing ? `PREFIX ${prefix}: <${prefixes[prefix]}>\n` : '';
  view.dispatch({
    changes: [...(line ? [{from: 0, insert: line}] : []), {from, to, insert: completion.label}],
    selection: {anchor: from + line.length + completion.label.length},
    userEvent: 'input.complete',
  });
}

async function complete(context) {
  const word = context.matchBefore(/[\w:\-\u2e80-\u9fff]*/);
  if (!context.explicit && (!word || word.from === word.to)) return null;
  const known = await load();
  const before = context.state.sliceDoc(0, word.from);
  const at = place(before);
  const variables = [...new Set(context.state.doc.toString().match(/\?\w+/g) ?? [])];
  const options = fitting(at, known)
    .map(one => ({...one, rank: score(one, word.text)}))
    .filter(one => one.rank > 0)
    .sort((one, other) => (other.boost + other.rank * 15) - (one.boost + one.rank * 15) || one.label.length - other.label.length)
    .slice(0, 60)
    .map((one, index) => ({label: one.label, detail: `${one.zh} · ${one.en}`, type: one.type, boost: 90 - index,
      apply: (view, completion, from, to) => insert(view, completion, from, to, known.prefixes)}));
  return {from: word.from, filter: false, options: [...options, ...(word.text ? [] : variables.map(label => ({label, type: 'variable'})))]};
}

async function check(view) {
  const text = view.state.doc.toString();
  if (!text.trim()) return [];
  const lang = document.documentElement.lang.slice(0, 2);
  const told = await fetch(`/api/check?${new URLSearchParams({query: text, lang})}`).then(response => response.json()).catch(() => ({}));
  if (!told.message) return [];
  const line = view.state.doc.line(Math.min(Math.max(told.line, 1), view.state.doc.lines));
  const from = Math.min(line.from + Math.max(told.column - 1, 0), line.to);
  return [{from, to: Math.max(from, Math.min(from + 1, line.to)), severity: 'error', message: told.hint || told.message}];
}

/** Makes an editor; `changed` hears of each keystroke, `run` of Ctrl-Enter. */
export function editor(parent, {text, label, nonce, changed, run}) {
  load();
  return new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        EditorView.cspNonce.of(nonce),
        EditorView.contentAttributes.of({'aria-label': label}),
        lineNumbers(), history(), drawSelection(), bracketMatching(), closeBrackets(), highlightActiveLine(), highlightSelectionMatches(),
        StreamLanguage.define(sparql), syntaxHighlighting(colours), look, EditorView.lineWrapping,
        autocompletion({override: [complete], icons: false}),
        linter(check, {delay: 500}),
        keymap.of([{key: 'Mod-Enter', run: () => { run(); return true; }}, ...closeBracketsKeymap, ...completionKeymap, ...searchKeymap, ...historyKeymap, ...defaultKeymap, indentWithTab]),
        EditorView.updateListener.of(update => { if (update.docChanged) changed(update.state.doc.toString()); }),
      ],
    }),
  });
}
