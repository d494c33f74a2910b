const manifest = 'name = "zip-overlapping-entries"\nversion = "1.0.0"\nabi_version = "1.0.0"\n';

export default ({ zip, guest }) => zip([
  { name: 'plugin.toml', data: manifest },
  { name: 'guest.wasm', data: guest('idle') },
  { name: 'first.bin', data: Buffer.alloc(1 << 19) },
  ...Array.from({ length: 500 }, (_, i) => ({ name: `again-${i}.bin`, overlaps: true })),
]);
