// The signature of OneBot v11: `X-Signature: sha1=` and the HMAC-SHA1 of the body in hexadecimal digits.

import { encodeUtf8 } from 'phira-plugin';

const blockSize = 64;

/** Whether a header has the form of a signature: what has not need not be compared with a digest. */
export function isSignature(text: string): boolean {
  return /^sha1=[0-9a-f]{40}$/.test(text);
}

/** Whether a signature is that of a body. */
export function isSignedWith(secret: string, body: Uint8Array, signature: string): boolean {
  const expected = `sha1=${hex(hmacSha1(encodeUtf8(secret), body))}`;
  // Every digit is compared, so that the time says nothing about the first wrong one.
  let difference = expected.length ^ signature.length;
  for (let i = 0; i < expected.length; i++) difference |= expected.charCodeAt(i) ^ signature.charCodeAt(i);
  return difference === 0;
}

function hmacSha1(key: Uint8Array, message: Uint8Array): Uint8Array {
  const padded = new Uint8Array(blockSize);
  padded.set(key.length > blockSize ? sha1(key) : key);
  const inner = sha1(concat(padded.map((byte) => byte ^ 0x36), message));
  return sha1(concat(padded.map((byte) => byte ^ 0x5c), inner));
}

function sha1(message: Uint8Array): Uint8Array {
  const length = Math.ceil((message.length + 9) / blockSize) * blockSize;
  const data = new Uint8Array(length);
  data.set(message);
  data[message.length] = 0x80;
  const view = new DataView(data.buffer);
  view.setUint32(length - 8, Math.floor(message.length / 0x2000_0000));
  view.setUint32(length - 4, (message.length * 8) >>> 0);

  const state = Uint32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  for (let block = 0; block < length; block += blockSize) round(state, view, block);
  const digest = new Uint8Array(20);
  state.forEach((word, index) => new DataView(digest.buffer).setUint32(index * 4, word));
  return digest;
}

function round(state: Uint32Array, data: DataView, block: number): void {
  const words = new Uint32Array(80);
  for (let i = 0; i < 16; i++) words[i] = data.getUint32(block + i * 4);
  for (let i = 16; i < 80; i++) words[i] = rotate(words[i - 3]! ^ words[i - 8]! ^ words[i - 14]! ^ words[i - 16]!, 1);
  let [a, b, c, d, e] = state as unknown as [number, number, number, number, number];
  for (let i = 0; i < 80; i++) {
    const [mix, constant] = i < 20 ? [(b & c) | (~b & d), 0x5a827999]
      : i < 40 ? [b ^ c ^ d, 0x6ed9eba1]
        : i < 60 ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
          : [b ^ c ^ d, 0xca62c1d6];
    const next = (rotate(a, 5) + mix + e + constant + words[i]!) >>> 0;
    [a, b, c, d, e] = [next, a, rotate(b, 30), c, d];
  }
  [a, b, c, d, e].forEach((word, index) => { state[index] = state[index]! + word; });
}

const rotate = (word: number, by: number): number => ((word << by) | (word >>> (32 - by))) >>> 0;

function concat(...parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
