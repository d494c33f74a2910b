export default () => Buffer.from('(component)');
