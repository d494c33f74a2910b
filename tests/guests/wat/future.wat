;; Imports the log of the next major version.
(module
  (import "phira:plugin/log@2.0.0" "write" (func $write (param i32 i32)))
  (memory (export "memory") 1)
  (func (export "phira:plugin/lifecycle@1.0.0#start") (result i32)
    (call $write (i32.const 4096) (i32.const 5))
    (i32.const 2048))
  ;;include lifecycle
)
