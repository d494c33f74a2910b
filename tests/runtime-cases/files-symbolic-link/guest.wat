;; start fails when the allowed path does not work, and when one that leads out does.
(module
  (import "wasi:filesystem/preopens@0.2.0" "get-directories" (func $directories (param i32)))
  (import "wasi:filesystem/types@0.2.0" "[method]descriptor.symlink-at" (func $symlink (param i32 i32 i32 i32 i32 i32)))
  (import "wasi:filesystem/types@0.2.0" "[method]descriptor.open-at" (func $open (param i32 i32 i32 i32 i32 i32 i32)))
  (import "wasi:filesystem/types@0.2.0" "[method]descriptor.unlink-file-at" (func $unlink (param i32 i32 i32 i32)))
  (memory (export "memory") 1)
  ;; Each with its length in front.
  (data (i32.const 6144) "\15../outside/secret.txt")
  (data (i32.const 6166) "\1ffolder/../../outside/secret.txt")
  (data (i32.const 6198) "\12way-out/secret.txt")
  (data (i32.const 6217) "\0b/etc/passwd")
  (data (i32.const 6229) "\0c//etc/passwd")
  (data (i32.const 6242) "\12/proc/self/environ")
  (data (i32.const 6261) "\17./../outside/secret.txt")
  (data (i32.const 6285) "\1dway-out/../outside/secret.txt")
  (data (i32.const 6315) "\22../../../../../../../../etc/passwd")
  (func $control (result i32)
    (call $symlink (global.get $directory) (i32.const 5000) (i32.const 10) (i32.const 5020) (i32.const 5) (i32.const 3072))
    (i32.eqz (i32.load8_u (i32.const 3072))))
  (func $attempt (param $path i32) (param $length i32) (result i32)
    (call $unlink (global.get $directory) (i32.const 5020) (i32.const 5) (i32.const 3072))
    ;; Whether the link is made or refused, nothing may be reached through it.
    (call $symlink (global.get $directory) (local.get $path) (local.get $length) (i32.const 5020) (i32.const 5) (i32.const 3072))
    (call $open (global.get $directory) (i32.const 1) (i32.const 5020) (i32.const 5) (i32.const 0) (i32.const 1) (i32.const 3072))
    (i32.eqz (i32.load8_u (i32.const 3072))))
  (data (i32.const 5000) "inside.txt")
  (data (i32.const 5020) "fresh")
  (data (i32.const 5040) "folder")
  (data (i32.const 5060) "way-out/new")
  (data (i32.const 5080) "../outside/secret.txt")
  ;;include paths
  ;;include lifecycle
)
