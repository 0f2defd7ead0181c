package web

func (s *server) regions(rq *request) (*answer, error) { return nil, notFound("problem.address") }

func (s *server) region(rq *request) (*answer, error) { return nil, notFound("problem.address") }

func (s *server) indicators(rq *request) (*answer, error) { return nil, notFound("problem.address") }

func (s *server) indicator(rq *request) (*answer, error) { return nil, notFound("problem.address") }

func (s *server) compare(rq *request) (*answer, error) { return nil, notFound("problem.address") }

func (s *server) documents(rq *request) (*answer, error) { return nil, notFound("problem.address") }

func (s *server) document(rq *request) (*answer, error) { return nil, notFound("problem.address") }

func (s *server) search(rq *request) (*answer, error) { return nil, notFound("problem.address") }

func (s *server) about(rq *request) (*answer, error) { return nil, notFound("problem.address") }

type word struct{}

func (x *index) words(*snapshot) []word { return nil }
