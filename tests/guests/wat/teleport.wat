;; Imports an interface that no host offers.
(module
  (import "phira:plugin/teleport@1.0.0" "teleport-user" (func $teleport (param i32)))
  (memory (export "memory") 1)
  (func (export "phira:plugin/lifecycle@1.0.0#start") (result i32)
    (call $teleport (i32.const 1))
    (i32.const 2048))
  ;;include lifecycle
)
