(module
  (memory (export "memory") 1)
  (func $break (i32.store (i32.const 1028) (i32.const -1)))
  (start $break)
  (func (export "phira:plugin/lifecycle@1.0.0#start") (result i32) (i32.const 2048))
  ;;include lifecycle
)
