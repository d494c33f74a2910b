(component
  (core module $m
    (memory (export "memory") 1)
    (func (export "realloc") (param i32 i32 i32 i32) (result i32) (i32.const 64))
    (func (export "number") (result i32) (i32.const 7))
    (func (export "take") (param i32 i32) (result i32) (i32.const 7)))
  (core instance $i (instantiate $m))
  (func $number (result u32) (canon lift (core func $i "number")))
  (func $take (param "config" string) (result u32)
    (canon lift (core func $i "take") (memory (core memory $i "memory")) (realloc (core func $i "realloc"))))
  (instance $lifecycle
    (export "get-metadata" (func $number)) (export "init" (func $take)) (export "start" (func $number)))
  (export "phira:plugin/lifecycle@1.0.0" (instance $lifecycle)))
