(module
  (memory (export "memory") 1)
  (func $spin (loop $again (br $again)))
  (start $spin)
  (func (export "phira:plugin/lifecycle@1.0.0#start") (result i32) (i32.const 2048))
  ;;include lifecycle
)
