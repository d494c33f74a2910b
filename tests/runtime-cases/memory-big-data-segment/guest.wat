(module
  (memory (export "memory") 1)
  (data $big (i32.const 65530) "0123456789")
  (func (export "phira:plugin/lifecycle@1.0.0#start") (result i32) (i32.const 2048))
  ;;include lifecycle
)
