const manifest = 'name = "zip-through-a-link"\nversion = "1.0.0"\nabi_version = "1.0.0"\n';

export default ({ zip, guest }) => zip([
  { name: 'plugin.toml', data: manifest },
  { name: 'guest.wasm', data: guest('idle') },
  { name: 'out', link: '../../outside' },
  { name: 'out/new.txt', data: 'out' },
]);
