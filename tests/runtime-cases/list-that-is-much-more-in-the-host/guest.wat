(module
  (import "phira:plugin/log@1.0.0" "write" (func $write (param i32 i32 i32 i32 i32)))
  (memory (export "memory") 1)
  (func (export "phira:plugin/lifecycle@1.0.0#start") (result i32)
    (drop (memory.grow (i32.const 250)))
    (call $write (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 65536) (i32.const 983040))
    (i32.const 2048))
  ;;include lifecycle
)
