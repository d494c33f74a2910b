module phira

go 1.24
