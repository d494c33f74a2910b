import { Arena, Reader, Writer } from "./runtime/memory";

/** A header line. Names are lower case. */
export class Header {
  constructor(public name: string, public value: string) {}

  static readonly SIZE: usize = 16;

  static read(reader: Reader): Header {
    const name = reader.string();
    return new Header(name, reader.string());
  }

  /** Lays out a list of headers and returns its address. */
  static lower(headers: Header[], arena: Arena): usize {
    const block = arena.alloc(<usize>headers.length * Header.SIZE);
    const writer = new Writer(block, arena);
    for (let i = 0; i < headers.length; i++) {
      writer.string(headers[i].name);
      writer.string(headers[i].value);
    }
    return block;
  }
}

/** What a body holds. */
export enum BodyKind {
  Empty,
  Text,
  Bytes,
}

/** The body of a request or response. */
export class Body {
  private constructor(public kind: BodyKind, public text: string, public bytes: Uint8Array) {}

  static empty(): Body { return new Body(BodyKind.Empty, "", new Uint8Array(0)); }
  static ofText(text: string): Body { return new Body(BodyKind.Text, text, new Uint8Array(0)); }

  /** Anything that is not text. */
  static ofBytes(bytes: Uint8Array): Body { return new Body(BodyKind.Bytes, "", bytes); }

  static read(reader: Reader): Body {
    const kind = <BodyKind>reader.discriminant(4);
    if (kind == BodyKind.Text) return Body.ofText(reader.string());
    if (kind == BodyKind.Bytes) return Body.ofBytes(reader.bytes());
    reader.at += 8;
    return Body.empty();
  }

  /** Address and length of the content. */
  get address(): usize {
    return this.kind == BodyKind.Text ? changetype<usize>(this.text) : this.bytes.dataStart;
  }

  get length(): i32 {
    return this.kind == BodyKind.Text ? this.text.length : this.bytes.length;
  }

  write(writer: Writer): void {
    writer.align(4);
    writer.u8(<u8>this.kind);
    if (this.kind == BodyKind.Bytes) writer.bytes(this.bytes);
    else writer.string(this.text);
  }
}

/** An answer, given or received. */
export class Response {
  constructor(public status: u16, public headers: Header[], public body: Body) {}

  static read(reader: Reader): Response {
    const status = reader.u16();
    const headers = reader.list<Header>(Header.SIZE, Header.read);
    return new Response(status, headers, Body.read(reader));
  }

  write(writer: Writer): void {
    writer.u16(this.status);
    writer.u32(<u32>Header.lower(this.headers, writer.arena));
    writer.u32(<u32>this.headers.length);
    this.body.write(writer);
  }
}
