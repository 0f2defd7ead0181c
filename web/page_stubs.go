package web

func (s *server) about(rq *request) (*answer, error) { return nil, notFound("problem.address") }
