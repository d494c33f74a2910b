// Bytes that no UTF-8 has.
const head = 'name = "manifest-not-utf-8"\nversion = "1.0.0"\nabi_version = "1.0.0"\n';

export default () => Buffer.concat([Buffer.from(head), Buffer.from([0x23, 0xff, 0xfe, 0x0a])]);
