export default () => Buffer.concat([Buffer.from('\0asm\r\0\x01\0', 'latin1'), Buffer.alloc(100, 0xee)]);
