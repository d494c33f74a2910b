;; Crashes when it is started, three functions deep, each with a name.
(module
  (memory (export "memory") 1)
  (func $walk_the_plank (unreachable))
  (func $mutiny (call $walk_the_plank))
  (func $set_sail (export "phira:plugin/lifecycle@1.0.0#start") (result i32)
    (call $mutiny)
    (i32.const 2048))
  ;;include lifecycle
)
