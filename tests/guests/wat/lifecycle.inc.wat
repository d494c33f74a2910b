  ;; As beginning, with stop.
  ;;include beginning
  (func (export "phira:plugin/lifecycle@1.0.0#stop") (result i32) (i32.const 2048))
