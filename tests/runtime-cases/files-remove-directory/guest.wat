;; start fails when the allowed path does not work, and when one that leads out does.
(module
  (import "wasi:filesystem/preopens@0.2.0" "get-directories" (func $directories (param i32)))
  (import "wasi:filesystem/types@0.2.0" "[method]descriptor.remove-directory-at" (func $remove (param i32 i32 i32 i32)))
  (memory (export "memory") 1)
  ;; Each with its length in front.
  (data (i32.const 6144) "\10../outside/empty")
  (data (i32.const 6161) "\1afolder/../../outside/empty")
  (data (i32.const 6188) "\0dway-out/empty")
  (data (i32.const 6202) "\18way-out/../outside/empty")
  (func $control (result i32)
    (call $remove (global.get $directory) (i32.const 5040) (i32.const 6) (i32.const 3072))
    (i32.eqz (i32.load8_u (i32.const 3072))))
  (func $attempt (param $path i32) (param $length i32) (result i32)
    (call $remove (global.get $directory) (local.get $path) (local.get $length) (i32.const 3072))
    (i32.eqz (i32.load8_u (i32.const 3072))))
  (data (i32.const 5000) "inside.txt")
  (data (i32.const 5020) "fresh")
  (data (i32.const 5040) "folder")
  (data (i32.const 5060) "way-out/new")
  (data (i32.const 5080) "../outside/secret.txt")
  ;;include paths
  ;;include lifecycle
)
