export default () => Buffer.from('This is no archive.'.repeat(100));
