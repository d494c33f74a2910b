export default ({ zip, guest }) => zip([{ name: 'guest.wasm', data: guest('idle') }]);
