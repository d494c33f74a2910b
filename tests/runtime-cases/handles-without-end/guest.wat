(module
  (import "wasi:clocks/monotonic-clock@0.2.0" "subscribe-duration" (func $subscribe (param i64) (result i32)))
  (memory (export "memory") 1)
  (func (export "phira:plugin/lifecycle@1.0.0#start") (result i32)
    (loop $again
      (drop (call $subscribe (i64.const 600000000000)))
      (br $again))
    (unreachable))
  ;;include lifecycle
)
