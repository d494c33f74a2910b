(module
  (memory (export "memory") 1)
  (global $heap (mut i32) (i32.const 8192))
  (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) (i32.const 8192))
  (func (export "phira:plugin/lifecycle@1.0.0#get-metadata") (result i32) unreachable)
  (func (export "phira:plugin/lifecycle@1.0.0#init") (param i32 i32) (result i32) (i32.const 2048))
  (func (export "phira:plugin/lifecycle@1.0.0#start") (result i32) (i32.const 2048))
  (func (export "phira:plugin/lifecycle@1.0.0#stop") (result i32) (i32.const 2048))
)
