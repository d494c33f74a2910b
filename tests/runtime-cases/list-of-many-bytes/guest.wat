(module
  (import "phira:plugin/storage@1.0.0" "set-bytes" (func $set (param i32 i32 i32 i32 i32 i64 i32)))
  (memory (export "memory") 1)
  (func (export "phira:plugin/lifecycle@1.0.0#start") (result i32)
    (drop (memory.grow (i32.const 240)))
    (call $set (i32.const 4096) (i32.const 5) (i32.const 0) (i32.const 15728640) (i32.const 0) (i64.const 0) (i32.const 6144))
    (i32.const 2048))
  ;;include lifecycle
)
