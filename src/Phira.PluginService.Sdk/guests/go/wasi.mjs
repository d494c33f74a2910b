// Answers what Go's runtime asks of WASI inside the component, so that a plugin asks the host for nothing but its interfaces.
//
// The official adapter does not fit Go: it takes memory that Go's runtime believes to be its own, and it calls the host while the host
// waits for cabi_realloc. This one keeps its few bytes where Go's linker leaves a gap, and calls the host only to write printed lines to
// the log. Its clock is a counter, its random numbers are always the same, and there are no files, arguments or variables.

const logInterface = 'phira:plugin/log@1.0.0';

/** The gap: Go's linker leaves 4096 to 12287 to arguments and environment, which there are none of. */
const line = 4096;
const lineLength = 8000;

const success = 0;
const badFile = 8;
const invalid = 28;

/** The parameters of the functions of WASI; each returns an error number. */
const signatures = {
  args_get: 'i32 i32', args_sizes_get: 'i32 i32', environ_get: 'i32 i32', environ_sizes_get: 'i32 i32',
  clock_res_get: 'i32 i32', clock_time_get: 'i32 i64 i32', random_get: 'i32 i32', poll_oneoff: 'i32 i32 i32 i32', sched_yield: '',
  fd_close: 'i32', fd_sync: 'i32', fd_datasync: 'i32', fd_fdstat_get: 'i32 i32', fd_fdstat_set_flags: 'i32 i32', fd_filestat_get: 'i32 i32',
  fd_prestat_get: 'i32 i32', fd_prestat_dir_name: 'i32 i32 i32', fd_read: 'i32 i32 i32 i32', fd_pread: 'i32 i32 i32 i64 i32',
  fd_pwrite: 'i32 i32 i32 i64 i32', fd_write: 'i32 i32 i32 i32', fd_seek: 'i32 i64 i32 i32', fd_tell: 'i32 i32',
  fd_filestat_set_size: 'i32 i64', fd_filestat_set_times: 'i32 i64 i64 i32', fd_readdir: 'i32 i32 i32 i64 i32', fd_renumber: 'i32 i32',
  path_create_directory: 'i32 i32 i32', path_remove_directory: 'i32 i32 i32', path_unlink_file: 'i32 i32 i32',
  path_filestat_get: 'i32 i32 i32 i32 i32', path_filestat_set_times: 'i32 i32 i32 i32 i64 i64 i32', path_link: 'i32 i32 i32 i32 i32 i32 i32',
  path_open: 'i32 i32 i32 i32 i32 i64 i64 i32 i32', path_readlink: 'i32 i32 i32 i32 i32 i32', path_rename: 'i32 i32 i32 i32 i32 i32',
  path_symlink: 'i32 i32 i32 i32 i32', sock_accept: 'i32 i32 i32', sock_recv: 'i32 i32 i32 i32 i32 i32', sock_send: 'i32 i32 i32 i32 i32',
  sock_shutdown: 'i32 i32',
};

const emptyList = `
    (i32.store (local.get 0) (i32.const 0))
    (i32.store (local.get 1) (i32.const 0))
    (i32.const ${success})`;

const bodies = {
  args_sizes_get: emptyList,
  environ_sizes_get: emptyList,
  args_get: `(i32.const ${success})`,
  environ_get: `(i32.const ${success})`,
  sched_yield: `(i32.const ${success})`,

  // Each reading is a microsecond later.
  clock_time_get: `
    (global.set $now (i64.add (global.get $now) (i64.const 1000)))
    (i64.store (local.get 2) (global.get $now))
    (i32.const ${success})`,

  // The first subscription is a timer of the runtime: it ends at once, and the time jumps there. Go subscribes to nothing else.
  poll_oneoff: `
    (if (i32.or (i32.eqz (local.get 2)) (i32.load8_u offset=8 (local.get 0))) (then (return (i32.const ${invalid}))))
    (if (i32.and (i32.load16_u offset=40 (local.get 0)) (i32.const 1))
      (then (if (i64.gt_u (i64.load offset=24 (local.get 0)) (global.get $now)) (then (global.set $now (i64.load offset=24 (local.get 0))))))
      (else (global.set $now (i64.add (global.get $now) (i64.load offset=24 (local.get 0))))))
    (memory.fill (local.get 1) (i32.const 0) (i32.const 32))
    (i64.store (local.get 1) (i64.load (local.get 0)))
    (i32.store (local.get 3) (i32.const 1))
    (i32.const ${success})`,

  // A linear congruential generator: hash tables and tests want numbers, and nobody may take them for secrets.
  random_get: `
    (local $end i32)
    (local.set $end (i32.add (local.get 0) (local.get 1)))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get 0) (local.get $end)))
      (global.set $random (i64.add (i64.mul (global.get $random) (i64.const 6364136223846793005)) (i64.const 1442695040888963407)))
      (i64.store8 (local.get 0) (i64.shr_u (global.get $random) (i64.const 33)))
      (local.set 0 (i32.add (local.get 0) (i32.const 1)))
      (br $next)))
    (i32.const ${success})`,

  // Standard output and standard error are the log: 1 at level info, 2 at level error.
  fd_write: `
    (local $from i32) (local $end i32) (local $written i32)
    (if (i32.gt_u (i32.sub (local.get 0) (i32.const 1)) (i32.const 1)) (then (return (i32.const ${badFile}))))
    (block $done (loop $next
      (br_if $done (i32.eqz (local.get 2)))
      (local.set $from (i32.load (local.get 1)))
      (local.set $end (i32.add (local.get $from) (i32.load offset=4 (local.get 1))))
      (local.set $written (i32.add (local.get $written) (i32.load offset=4 (local.get 1))))
      (block $all (loop $byte
        (br_if $all (i32.ge_u (local.get $from) (local.get $end)))
        (call $put (i32.load8_u (local.get $from)) (i32.mul (local.get 0) (i32.const 2)))
        (local.set $from (i32.add (local.get $from) (i32.const 1)))
        (br $byte)))
      (local.set 1 (i32.add (local.get 1) (i32.const 8)))
      (local.set 2 (i32.sub (local.get 2) (i32.const 1)))
      (br $next)))
    (i32.store (local.get 3) (local.get $written))
    (i32.const ${success})`,
};

/** The adapter for a core module, as text: just the functions that the module imports. */
export function adapterFor(core) {
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(core)).filter(({ module }) => module === 'wasi_snapshot_preview1');
  const wanted = [...new Set(imports.map(({ name }) => name))];
  return `(module
  (import "env" "memory" (memory 0))
  (import "${logInterface}" "write" (func $log (param i32 i32 i32 i32 i32)))
  ;; All i64: an adapter's only i32 would be taken for a stack pointer.
  (global $now (mut i64) (i64.const 1735689600000000000))
  (global $random (mut i64) (i64.const 1))
  (global $length (mut i64) (i64.const 0))
  (func $flush (param $level i32)
    (if (i64.eqz (global.get $length)) (then (return)))
    (call $log (local.get $level) (i32.const ${line}) (i32.wrap_i64 (global.get $length)) (i32.const ${line}) (i32.const 0))
    (global.set $length (i64.const 0)))
  (func $put (param $byte i32) (param $level i32)
    (if (i32.eq (local.get $byte) (i32.const 10)) (then (call $flush (local.get $level)) (return)))
    (if (i64.ge_u (global.get $length) (i64.const ${lineLength})) (then (call $flush (local.get $level))))
    (i32.store8 (i32.add (i32.const ${line}) (i32.wrap_i64 (global.get $length))) (local.get $byte))
    (global.set $length (i64.add (global.get $length) (i64.const 1))))
${wanted.map(functionText).join('\n')})
`;
}

function functionText(name) {
  if (name === 'proc_exit') return '  (func (export "proc_exit") (param i32) (call $flush (i32.const 4)) unreachable)';
  const parameters = signatures[name];
  if (parameters === undefined) throw new Error(`Go asks for ${name} of WASI, which is not known`);
  return `  (func (export "${name}")${parameters && ` (param ${parameters})`} (result i32) ${bodies[name] ?? `(i32.const ${badFile})`})`;
}
