// A custom section of zeroes: valid, and far too much.
const MEBIBYTES = 65;

export default () => {
  const size = MEBIBYTES << 20;
  const head = Buffer.from('\0asm\r\0\x01\0', 'latin1');
  const length = [];
  for (let rest = size; ; rest >>>= 7) {
    length.push(rest < 0x80 ? rest : (rest & 0x7f) | 0x80);
    if (rest < 0x80) break;
  }
  return Buffer.concat([head, Buffer.from([0, ...length]), Buffer.alloc(size)]);
};
