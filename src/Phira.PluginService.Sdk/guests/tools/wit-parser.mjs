// Reads WIT text into plain objects. It knows the part of WIT that the package may use (no resources, async, maps or streams) and expects text
// that the real parser has accepted (`component.mjs validate-wit`): errors only say where it stopped.

const tokenPattern = /\/\/\/[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/|->|%?[A-Za-z][A-Za-z0-9-]*|[0-9]+(?:\.[0-9A-Za-z.+-]+)?|[{}()<>,;:=@/._*]|\s+/y;
const word = /^%?[A-Za-z]/;

/** Splits a text into tokens. Each carries the documentation (`///`) that stands before it, and its line. */
function tokenize(text, file) {
  const tokens = [];
  let docs = [];
  let line = 1;
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < text.length) {
    const start = tokenPattern.lastIndex;
    const match = tokenPattern.exec(text);
    if (!match) throw new Error(`${file}:${line}: unexpected ${JSON.stringify(text[start])}`);
    const [piece] = match;
    if (piece.startsWith('///')) docs.push(piece.slice(3).replace(/^ /, '').trimEnd());
    else if (!piece.startsWith('//') && !piece.startsWith('/*') && piece.trim() !== '') {
      tokens.push({ text: piece, line, docs: docs.join('\n') });
      docs = [];
    }
    line += piece.split('\n').length - 1;
  }
  tokens.push({ text: '', line, docs: '' });
  return tokens;
}

const primitives = new Set(['bool', 'u8', 'u16', 'u32', 'u64', 's8', 's16', 's32', 's64', 'f32', 'f64', 'char', 'string']);

class Parser {
  #tokens;
  #file;
  #at = 0;

  constructor(text, file) {
    this.#file = file;
    this.#tokens = tokenize(text, file);
  }

  get #here() { return this.#tokens[this.#at]; }
  #fail(wanted) { throw new Error(`${this.#file}:${this.#here.line}: expected ${wanted}, found ${JSON.stringify(this.#here.text)}`); }
  #is(text) { return this.#here.text === text; }
  #take(text) { return this.#is(text) && this.#at++ >= 0; }
  #expect(text) { return this.#take(text) || this.#fail(text); }
  #next() { return this.#tokens[this.#at++]; }
  #name() { return word.test(this.#here.text) ? this.#next().text.replace('%', '') : this.#fail('a name'); }

  /** A list of items up to a closing sign, separated by commas; the last may have one, too. */
  #list(close, item) {
    const items = [];
    while (!this.#take(close)) {
      items.push(item());
      if (!this.#take(',')) {
        this.#expect(close);
        break;
      }
    }
    return items;
  }

  /** Everything up to the end of a statement, as text. */
  #rest() {
    let text = '';
    while (!this.#is(';')) text += this.#next().text;
    this.#expect(';');
    return text;
  }

  /** A whole file: its interfaces and worlds. */
  file() {
    const found = { interfaces: [], worlds: [] };
    while (!this.#is('')) {
      const { docs } = this.#here;
      const keyword = this.#name();
      if (keyword === 'package') this.#rest();
      else if (keyword === 'interface') found.interfaces.push(this.#interface(docs));
      else if (keyword === 'world') found.worlds.push(this.#world(docs));
      else this.#fail('package, interface or world');
    }
    return found;
  }

  #interface(docs) {
    const result = { name: this.#name(), docs, uses: [], types: [], functions: [] };
    this.#expect('{');
    while (!this.#take('}')) this.#interfaceItem(result);
    return result;
  }

  #interfaceItem(result) {
    const { docs } = this.#here;
    // A keyword may also be a name: `list: func(...)`.
    if (this.#tokens[this.#at + 1].text === ':') {
      result.functions.push(this.#function(docs));
      return;
    }
    const keyword = this.#name();
    if (keyword === 'use') result.uses.push(...this.#use());
    else result.types.push({ docs, ...this.#typeDefinition(keyword) });
  }

  #use() {
    const from = this.#name();
    this.#expect('.');
    this.#expect('{');
    const uses = this.#list('}', () => {
      const name = this.#name();
      return { from, name, as: this.#take('as') ? this.#name() : name };
    });
    this.#expect(';');
    return uses;
  }

  #typeDefinition(keyword) {
    const name = this.#name();
    const named = (more) => () => {
      const { docs } = this.#here;
      return { name: this.#name(), docs, ...more?.() };
    };
    if (keyword === 'type') {
      this.#expect('=');
      const type = this.#type();
      this.#expect(';');
      return { name, kind: 'alias', type };
    }
    this.#expect('{');
    if (keyword === 'record') return { name, kind: 'record', fields: this.#list('}', named(() => this.#expect(':') && { type: this.#type() })) };
    if (keyword === 'variant') return { name, kind: 'variant', cases: this.#list('}', named(() => this.#payload())) };
    if (keyword === 'enum') return { name, kind: 'enum', cases: this.#list('}', named()) };
    if (keyword === 'flags') return { name, kind: 'flags', flags: this.#list('}', named()) };
    return this.#fail('use, type, record, variant, enum or flags');
  }

  #payload() {
    if (!this.#take('(')) return { type: null };
    const type = this.#type();
    this.#expect(')');
    return { type };
  }

  #function(docs) {
    const name = this.#name();
    this.#expect(':');
    this.#expect('func');
    this.#expect('(');
    const parameters = this.#list(')', () => {
      const parameter = this.#name();
      this.#expect(':');
      return { name: parameter, type: this.#type() };
    });
    const result = this.#take('->') ? this.#type() : null;
    this.#expect(';');
    return { name, docs, parameters, result };
  }

  #type() {
    const name = this.#name();
    if (primitives.has(name)) return { kind: name };
    if (!['list', 'option', 'result', 'tuple'].includes(name)) return { kind: 'named', name };
    const inner = this.#take('<') ? this.#list('>', () => (this.#take('_') ? null : this.#type())) : [];
    if (name === 'tuple') return { kind: 'tuple', items: inner };
    if (name === 'result') return { kind: 'result', ok: inner[0] ?? null, error: inner[1] ?? null };
    return { kind: name, item: inner[0] };
  }

  #world(docs) {
    const result = { name: this.#name(), docs, includes: [], imports: [], exports: [] };
    this.#expect('{');
    while (!this.#take('}')) {
      const keyword = this.#name();
      if (keyword === 'include') result.includes.push(this.#rest());
      else if (keyword === 'import') result.imports.push(this.#rest());
      else if (keyword === 'export') result.exports.push(this.#rest());
      else this.#fail('include, import or export');
    }
    return result;
  }
}

/** The interfaces and worlds of one text. */
export function parseWit(text, file) {
  return new Parser(text, file).file();
}
