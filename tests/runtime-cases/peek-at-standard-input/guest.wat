;; start fails when it is given something.
(module
  (import "wasi:cli/stdin@0.2.0" "get-stdin" (func $stdin (result i32)))
  (import "wasi:io/streams@0.2.0" "[method]input-stream.blocking-read" (func $read (param i32 i64 i32)))
  (memory (export "memory") 1)
  (data (i32.const 4200) "it was given an input")
  (func $given (result i32)
    (i32.store8 (i32.const 2064) (i32.const 1))
    (i32.store (i32.const 2068) (i32.const 4200))
    (i32.store (i32.const 2072) (i32.const 21))
    (i32.const 2064))
  (func (export "phira:plugin/lifecycle@1.0.0#start") (result i32)
    ;; 0 for success, then the list.
    (call $read (call $stdin) (i64.const 100) (i32.const 3072))
    (if (i32.eqz (i32.load8_u (i32.const 3072)))
      (then (if (i32.load (i32.const 3080)) (then (return (call $given))))))
    (i32.const 2048))
  ;;include lifecycle
)
