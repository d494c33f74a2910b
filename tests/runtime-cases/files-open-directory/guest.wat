;; start fails when the allowed path does not work, and when one that leads out does.
(module
  (import "wasi:filesystem/preopens@0.2.0" "get-directories" (func $directories (param i32)))
  (import "wasi:filesystem/types@0.2.0" "[method]descriptor.open-at" (func $open (param i32 i32 i32 i32 i32 i32 i32)))
  (memory (export "memory") 1)
  ;; Each with its length in front.
  (data (i32.const 6144) "\02..")
  (data (i32.const 6147) "\07way-out")
  (data (i32.const 6155) "\01/")
  (data (i32.const 6157) "\0cfolder/../..")
  (data (i32.const 6170) "\0away-out/..")
  (data (i32.const 6181) "\0a../outside")
  (func $control (result i32)
    (call $open (global.get $directory) (i32.const 1) (i32.const 5040) (i32.const 6) (i32.const 2) (i32.const 1) (i32.const 3072))
    (i32.eqz (i32.load8_u (i32.const 3072))))
  (func $attempt (param $path i32) (param $length i32) (result i32)
    (call $open (global.get $directory) (i32.const 1) (local.get $path) (local.get $length) (i32.const 2) (i32.const 1) (i32.const 3072))
    (i32.eqz (i32.load8_u (i32.const 3072))))
  (data (i32.const 5000) "inside.txt")
  (data (i32.const 5020) "fresh")
  (data (i32.const 5040) "folder")
  (data (i32.const 5060) "way-out/new")
  (data (i32.const 5080) "../outside/secret.txt")
  ;;include paths
  ;;include lifecycle
)
