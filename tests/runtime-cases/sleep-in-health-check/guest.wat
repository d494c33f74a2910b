(module
  (import "wasi:clocks/monotonic-clock@0.2.0" "subscribe-duration" (func $subscribe (param i64) (result i32)))
  (import "wasi:io/poll@0.2.0" "[method]pollable.block" (func $block (param i32)))
  (memory (export "memory") 1)
  (func (export "phira:plugin/lifecycle@1.0.0#start") (result i32) (i32.const 2048))
  (func (export "phira:plugin/health-handler@1.0.0#check") (result i32)
    (call $block (call $subscribe (i64.const 600000000000)))
    (i32.const 2048))
  ;;include lifecycle
)
