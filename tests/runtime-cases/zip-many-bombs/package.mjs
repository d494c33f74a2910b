const manifest = 'name = "zip-many-bombs"\nversion = "1.0.0"\nabi_version = "1.0.0"\n';

export default ({ zip, guest }) => zip([
  { name: 'plugin.toml', data: manifest },
  { name: 'guest.wasm', data: guest('idle') },
  ...Array.from({ length: 200 }, (_, i) => ({ name: `zeroes-${i}.bin`, data: Buffer.alloc(1 << 20) })),
]);
