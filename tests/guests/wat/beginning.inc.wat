  ;; The lifecycle of a plugin that does nothing, but for start and stop, spliced into the modules of this folder.
  ;; 1024: metadata, 152 bytes; 2048: the success of a result<_, string>; 4096: text.
  (data (i32.const 1024) "\00\10\00\00\05\00\00\00" "\08\10\00\00\05\00\00\00" "\10\10\00\00\05\00\00\00")
  (data (i32.const 1088) "\08\10\00\00\05\00\00\00")
  (data (i32.const 4096) "guest\00\00\001.0.0\00\00\00tests")
  (global $heap (mut i32) (i32.const 8192))
  (func (export "cabi_realloc") (param $block i32) (param $old i32) (param $align i32) (param $size i32) (result i32)
    (local $at i32)
    (local.set $at (i32.and (i32.add (global.get $heap) (i32.const 7)) (i32.const -8)))
    (global.set $heap (i32.add (local.get $at) (local.get $size)))
    (local.get $at))
  (func (export "phira:plugin/lifecycle@1.0.0#get-metadata") (result i32) (i32.const 1024))
  (func (export "phira:plugin/lifecycle@1.0.0#init") (param i32 i32) (result i32) (i32.const 2048))
