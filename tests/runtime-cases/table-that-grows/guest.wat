(module
  (memory (export "memory") 1)
  (table $table 0 funcref)
  (func (export "phira:plugin/lifecycle@1.0.0#start") (result i32)
    (loop $again
      (br_if $again (i32.ne (table.grow $table (ref.null func) (i32.const 1000000)) (i32.const -1))))
    (unreachable))
  ;;include lifecycle
)
