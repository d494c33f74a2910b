(module
  (import "wasi:cli/exit@0.2.0" "exit" (func $exit (param i32)))
  (memory (export "memory") 1)
  (func (export "phira:plugin/lifecycle@1.0.0#start") (result i32)
    (call $exit (i32.const 0))
    (i32.const 2048))
  ;;include lifecycle
)
