;; start fails when the allowed path does not work, and when one that leads out does.
(module
  (import "wasi:filesystem/preopens@0.2.0" "get-directories" (func $directories (param i32)))
  (import "wasi:filesystem/types@0.2.0" "[method]descriptor.readlink-at" (func $read (param i32 i32 i32 i32)))
  (import "wasi:filesystem/types@0.2.0" "[method]descriptor.symlink-at" (func $symlink (param i32 i32 i32 i32 i32 i32)))
  (memory (export "memory") 1)
  ;; Each with its length in front.
  (data (i32.const 6144) "\0e/proc/self/exe")
  (data (i32.const 6159) "\0e/proc/self/cwd")
  (data (i32.const 6174) "\1f../../../../../../proc/self/exe")
  (data (i32.const 6206) "\17way-out/../outside/link")
  (func $control (result i32)
    (call $symlink (global.get $directory) (i32.const 5000) (i32.const 10) (i32.const 5020) (i32.const 5) (i32.const 3072))
    (call $read (global.get $directory) (i32.const 5020) (i32.const 5) (i32.const 3072))
    (i32.eqz (i32.load8_u (i32.const 3072))))
  (func $attempt (param $path i32) (param $length i32) (result i32)
    (call $read (global.get $directory) (local.get $path) (local.get $length) (i32.const 3072))
    (i32.eqz (i32.load8_u (i32.const 3072))))
  (data (i32.const 5000) "inside.txt")
  (data (i32.const 5020) "fresh")
  (data (i32.const 5040) "folder")
  (data (i32.const 5060) "way-out/new")
  (data (i32.const 5080) "../outside/secret.txt")
  ;;include paths
  ;;include lifecycle
)
