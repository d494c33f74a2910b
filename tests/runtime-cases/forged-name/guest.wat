(module
  (memory (export "memory") 1)
  (data (i32.const 4600) "canary")
  (func $break
    (i32.store (i32.const 1024) (i32.const 4600))
    (i32.store (i32.const 1028) (i32.const 6)))
  (start $break)
  (func (export "phira:plugin/lifecycle@1.0.0#start") (result i32) (i32.const 2048))
  ;;include lifecycle
)
