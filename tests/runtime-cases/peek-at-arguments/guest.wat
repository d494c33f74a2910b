;; start fails when it is given something.
(module
  (import "wasi:cli/environment@0.2.0" "get-arguments" (func $arguments (param i32)))
  (memory (export "memory") 1)
  (data (i32.const 4200) "it was given arguments")
  (func $given (result i32)
    (i32.store8 (i32.const 2064) (i32.const 1))
    (i32.store (i32.const 2068) (i32.const 4200))
    (i32.store (i32.const 2072) (i32.const 22))
    (i32.const 2064))
  (func (export "phira:plugin/lifecycle@1.0.0#start") (result i32)
    (call $arguments (i32.const 3072))
    (if (i32.load (i32.const 3076)) (then (return (call $given))))
    (i32.const 2048))
  ;;include lifecycle
)
